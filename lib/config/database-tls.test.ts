import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { rootCertificates } from 'node:tls'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseEnv } from './env'
import { readDatabaseTls } from './database-tls'

const URL_ALONE = 'postgres://paydesk:hunter2@db.example.com:5432/paydesk'

let folder: string
let authorities: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'paydesk-tls-'))
  authorities = path.join(folder, 'ca.pem')
  writeFileSync(authorities, rootCertificates[0] ?? '')
})
afterAll(() => rmSync(folder, { recursive: true }))

it.each(['', '?sslmode=disable', '?sslmode=prefer', '?sslmode=require'])(
  'database TLS: is left to the driver with nothing or %s',
  (query) => {
    expect(readDatabaseTls(URL_ALONE + query, undefined)).toEqual({})
  },
)

it('database TLS: proves the server with authorities of its own, or public ones', () => {
  for (const query of ['', '?sslmode=verify-full']) {
    const { ssl } = readDatabaseTls(URL_ALONE + query, authorities)
    expect(ssl).toMatchObject({ ca: rootCertificates[0], rejectUnauthorized: true })
  }
  const { ssl } = readDatabaseTls(`${URL_ALONE}?sslmode=verify-full`, undefined)
  expect(ssl).toMatchObject({ rejectUnauthorized: true })
  expect(ssl).not.toHaveProperty('ca')
})

it.each([
  ['postgres://u:p@10.0.0.5/paydesk', 'IP Address:10.0.0.5', true],
  ['postgres://u:p@10.0.0.5/paydesk', 'IP Address:10.0.0.6', false],
  ['postgres://u:p@10.0.0.5/paydesk', 'DNS:localhost', false],
  ['postgres://u:p@[::1]/paydesk', 'IP Address:0:0:0:0:0:0:0:1', true],
])('database TLS: a host that is an address, %s, is compared with %s', (url, names, isRight) => {
  const { ssl } = readDatabaseTls(`${url}?sslmode=verify-full`, undefined)
  const certificate = { subject: {}, subjectaltname: names } as Parameters<
    NonNullable<typeof ssl>['checkServerIdentity']
  >[1]
  // Node gives this name where the driver names none.
  expect(ssl?.checkServerIdentity('localhost', certificate) === undefined).toBe(isRight)
})

it.each([
  ['?sslmode=verify_full', undefined, /^sslmode of DATABASE_URL must be verify-full/],
  ['?sslmode=verify-ca', undefined, /^sslmode of DATABASE_URL must be verify-full/],
  ['?sslrootcert=/etc/ca.pem', undefined, /^DATABASE_URL must not have sslrootcert/],
  ['?sslmode=require', 'ca.pem', /^PAYDESK_DATABASE_CA needs sslmode=verify-full/],
  ['?sslmode=disable', 'ca.pem', /^PAYDESK_DATABASE_CA needs sslmode=verify-full/],
  ['', 'missing.pem', /^PAYDESK_DATABASE_CA names .*missing\.pem, which is no certificate/],
  ['', 'text.pem', /^PAYDESK_DATABASE_CA names .*text\.pem, which is no certificate/],
])('database TLS: %s with %s is refused in a sentence, at start too', (query, file, sentence) => {
  writeFileSync(path.join(folder, 'text.pem'), 'hunter2')
  const caFile = file === undefined ? undefined : path.join(folder, file)
  expect(() => readDatabaseTls(URL_ALONE + query, caFile)).toThrow(sentence)
  const environment = {
    DATABASE_URL: URL_ALONE + query,
    PAYDESK_DATABASE_CA: caFile,
    PAYDESK_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    NEXTAUTH_URL: 'http://localhost:3000',
  }
  const inList = new RegExp(`^ {2}${sentence.source.replace('^', '')}`, 'm')
  expect(() => parseEnv(environment)).toThrow(inList)
  expect(() => parseEnv(environment)).not.toThrow(/hunter2/)
})

it('database TLS: every connection is opened by openSql, which alone knows of it', () => {
  const files = ['app', 'db', 'lib', 'scripts'].flatMap((folderName) =>
    readdirSync(folderName, { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(folderName, name),
    ),
  )
  const opening = files
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .filter((file) => /\bpostgres\(\s*[\w.]+,/.test(readFileSync(file, 'utf8')))
  expect(opening).toEqual([path.join('db', 'open-sql.ts')])
})
