import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomSecret } from '@/scripts/application/environment'
import { parseEnv } from './env'
import { APPLICATION_SECRETS } from './secret-files'

const complete: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgres://paydesk:secret@localhost:5432/paydesk',
  PAYDESK_ENCRYPTION_KEY: randomSecret(),
  PAYDESK_ENCRYPTION_KEY_PREVIOUS: randomSecret(),
  NEXTAUTH_SECRET: randomSecret(),
  NEXTAUTH_SECRET_PREVIOUS: randomSecret(),
  NEXTAUTH_URL: 'http://localhost:3000',
  PAYDESK_SMTP_URL: 'smtp://user:password@mail.example.com:587',
  PAYDESK_MAIL_FROM: 'Paydesk <no-reply@example.com>',
}

let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'paydesk-secrets-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function fileWith(content: string | Buffer): string {
  const file = path.join(folder, randomSecret().replaceAll(/\W/g, ''))
  writeFileSync(file, content)
  return file
}

describe('a secret in a file', () => {
  it.each(['', '\n', '\r\n'])('counts as its variable would, with %j at its end', (end) => {
    const source: Record<string, string> = Object.assign({}, complete)
    for (const name of APPLICATION_SECRETS) {
      source[`${name}_FILE`] = fileWith(`${complete[name] ?? ''}${end}`)
      source[name] = ''
    }
    expect(parseEnv(source)).toEqual(parseEnv(complete))
  })

  it('loses one line break and no more, and no blanks', () => {
    const secret = `  ${randomSecret()}\n`
    const NEXTAUTH_SECRET_FILE = fileWith(`${secret}\n`)
    const source = { ...complete, NEXTAUTH_SECRET: undefined, NEXTAUTH_SECRET_FILE }
    expect(parseEnv(source)).toMatchObject({ NEXTAUTH_SECRET: secret })
  })

  it('is refused beside its variable, even with the same content', () => {
    const secret = complete.NEXTAUTH_SECRET ?? ''
    const source = { ...complete, NEXTAUTH_SECRET_FILE: fileWith(secret) }
    expect(() => parseEnv(source)).toThrow(
      /\n {2}NEXTAUTH_SECRET_FILE and NEXTAUTH_SECRET are both set: leave one of them out$/,
    )
    expect(() => parseEnv(source)).not.toThrow(secret)
  })

  const NAMED = 'NEXTAUTH_SECRET_FILE names '
  it.each([
    ['is not there', () => path.join(folder, 'none'), /cannot be read \(ENOENT\)/],
    ['is a folder', () => folder, /is no file/],
    ['is a pipe', () => pipe(), /is no file/],
    ['is empty', () => fileWith(''), /is empty/],
    ['is an empty line', () => fileWith('\n'), /is empty/],
    ['is huge', () => fileWith('hush'.repeat(16 * 1024) + 'h'), /has more than 64 KB/],
    ['is no text', () => fileWith(Buffer.from([0x68, 0xff, 0xfe])), /is no text/],
  ])('that %s is one sentence with variable and path', (_, make, words) => {
    const NEXTAUTH_SECRET_FILE = make()
    const source = { ...complete, NEXTAUTH_SECRET: undefined, NEXTAUTH_SECRET_FILE }
    const message = messageOf(source)
    expect(message.split('\n')).toHaveLength(2)
    expect(message).toContain(`${NAMED}${NEXTAUTH_SECRET_FILE}, which `)
    expect(message).toMatch(words)
    expect(message).not.toContain('hush')
  })

  it('is named once, beside all else that is wrong', () => {
    const files = { DATABASE_URL: undefined, DATABASE_URL_FILE: fileWith('') }
    const source = { ...complete, ...files, PAYDESK_ENCRYPTION_KEY: 'c2hvcnQ=', PORT: 'x' }
    expect(messageOf(source).split('\n').slice(1)).toEqual([
      expect.stringMatching(/^ {2}DATABASE_URL_FILE names .* is empty/),
      expect.stringMatching(
        /^ {2}PAYDESK_ENCRYPTION_KEY must be 32 bytes in base64, from `openssl/,
      ),
      expect.stringMatching(/^ {2}PORT/),
    ])
  })

  it('is checked as its variable is', () => {
    const PAYDESK_ENCRYPTION_KEY_FILE = fileWith('c2hvcnQ=')
    const source = { ...complete, PAYDESK_ENCRYPTION_KEY: '', PAYDESK_ENCRYPTION_KEY_FILE }
    expect(messageOf(source)).toMatch(/PAYDESK_ENCRYPTION_KEY must be 32 bytes/)
  })

  it('is never shown in the place of a path', () => {
    const source = { ...complete, NEXTAUTH_SECRET: undefined, NEXTAUTH_SECRET_FILE: 'hush-hush' }
    expect(messageOf(source)).toMatch(/NEXTAUTH_SECRET_FILE must be the whole path of a file/)
    expect(messageOf(source)).not.toContain('hush')
  })
})

describe('a previous key', () => {
  it('may be left out, and keeps to the rules of the current one', () => {
    const nothing = { PAYDESK_ENCRYPTION_KEY_PREVIOUS: '', NEXTAUTH_SECRET_PREVIOUS: undefined }
    expect(parseEnv({ ...complete, ...nothing })).toMatchObject({
      PAYDESK_ENCRYPTION_KEY_PREVIOUS: null,
      NEXTAUTH_SECRET_PREVIOUS: null,
    })
    const bad = {
      PAYDESK_ENCRYPTION_KEY_PREVIOUS: Buffer.alloc(31, 'abcdefghijk').toString('base64'),
      NEXTAUTH_SECRET_PREVIOUS: 'x'.repeat(32),
    }
    expect(
      messageOf({ ...complete, ...bad })
        .split('\n')
        .slice(1),
    ).toEqual([
      expect.stringMatching(/^ {2}PAYDESK_ENCRYPTION_KEY_PREVIOUS must be 32 bytes/),
      expect.stringMatching(/^ {2}NEXTAUTH_SECRET_PREVIOUS is too easy/),
    ])
  })
})

function pipe(): string {
  const parent = path.join(folder, 'pipes')
  mkdirSync(parent)
  const file = path.join(parent, 'pipe')
  execFileSync('mkfifo', [file])
  return file
}

function messageOf(source: Readonly<Record<string, string | undefined>>): string {
  try {
    parseEnv(source)
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  throw new Error('it was accepted')
}
