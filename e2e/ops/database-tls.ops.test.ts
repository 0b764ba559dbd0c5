import { randomUUID } from 'node:crypto'
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { proveDatabase } from '@/db/prove-database'
import { holdSenderLock } from '@/db/queries/operations/sender-lock'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { createDatabase } from '@/scripts/databases'
import { migrateDatabase } from '@/scripts/demo-data'
import { databaseUser } from '@/scripts/embedded-postgres/database-user'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '@/scripts/embedded-postgres/start'
import { runCommand } from '@/scripts/processes/run-command'
import { projectFolder, runTypeScript } from '@/scripts/project'
import { makeAuthority, type Authority, type Certificate } from './certificates'

let folder: string
let dataDir: string
let admin: Database
let ownerUrl: string
let url: string
let authority: Authority
let stranger: Authority
let right: Certificate
let other: Certificate

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'paydesk-ops-tls-'))
  chmodSync(folder, 0o755)
  authority = makeAuthority(folder, 'authority')
  stranger = makeAuthority(folder, 'stranger')
  right = authority.issue('right', 'IP:127.0.0.1,DNS:localhost')
  other = authority.issue('other', 'DNS:db.example.com')
  dataDir = mkdtempSync(path.join(tmpdir(), 'paydesk-ops-database-'))
  const server = await startEmbeddedPostgres({ dataDir, durable: false })
  await createDatabase(server.adminUrl, 'paydesk')
  ownerUrl = server.url('paydesk')
  const application = new URL(ownerUrl)
  application.username = 'paydesk_app'
  application.password = randomUUID()
  url = application.href
  // Opened before the server takes nothing but TLS.
  admin = new Database(server.adminUrl, 1, true)
  await admin.run((db) => db.execute(sql`select 1`))
  await takeOnlyTls()
}, 120_000)
afterAll(async () => {
  await admin.close()
  await removeEmbeddedPostgres(dataDir)
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  process.env.PAYDESK_DATABASE_CA = authority.file
  await present(right)
})

const asAdmin = (text: string) => admin.run((db) => db.execute(sql.raw(text)))

async function takeOnlyTls(): Promise<void> {
  const [row] = await admin.run((db) =>
    db.execute<{ file: string }>(sql`select current_setting('hba_file') as file`),
  )
  writeFileSync(row?.file ?? '', 'hostssl all all 127.0.0.1/32 scram-sha-256\n')
}

/** Has the server show a certificate; the file of settings that cannot be reloaded is of no matter. */
async function present({ certificateFile, keyFile }: Certificate): Promise<void> {
  const user = databaseUser()
  if (user !== undefined) chownSync(keyFile, user.uid, user.gid)
  chmodSync(keyFile, 0o600)
  await asAdmin(`alter system set ssl_cert_file = '${certificateFile}'`)
  await asAdmin(`alter system set ssl_key_file = '${keyFile}'`)
  await asAdmin('alter system set ssl = on')
  await asAdmin('select pg_reload_conf()')
}

async function run(script: string, environment: Readonly<Record<string, string>> = {}) {
  const complete = appEnvironment({
    databaseUrl: url,
    encryptionKey: randomSecret(),
    authSecret: randomSecret(),
    port: 1,
    sandboxUrl: 'http://127.0.0.1:4010',
    logLevel: 'silent',
  })
  const env = { ...process.env, ...complete, DATABASE_OWNER_URL: ownerUrl, ...environment }
  const options = { cwd: projectFolder, env, timeoutMs: 60_000 }
  const { code, output } = await runCommand(process.execPath, runTypeScript(script), options)
  return { code, output }
}

it('TLS to the database: setting up, statements, a send’s lock and commands use it', async () => {
  await migrateDatabase(ownerUrl, url)
  await proveDatabase(url)
  const database = new Database(url, 2)
  const lock = await holdSenderLock(database, randomUUID())
  const rows = await admin.run((db) =>
    db.execute<{ ssl: boolean }>(sql`
      select ssl from pg_stat_ssl join pg_stat_activity using (pid) where usename = 'paydesk_app'`),
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every(({ ssl }) => ssl)).toBe(true)
  await lock.release()
  await database.close()
  expect(await run('scripts/migrate.ts')).toMatchObject({ code: 0 })
  expect((await run('scripts/status.ts')).output).not.toMatch(/cannot be reached|not used/)
})

it('TLS to the database: without the setting it is not tried, and this server refuses', async () => {
  const { code, output } = await run('scripts/migrate.ts', { PAYDESK_DATABASE_CA: '' })
  expect(code).toBe(1)
  expect(output).toMatch(/does not accept the user and password/)
})

it('TLS to the database: sslmode=require encrypts, and proves nothing', async () => {
  await present(other)
  const environment = {
    PAYDESK_DATABASE_CA: '',
    DATABASE_URL: `${url}?sslmode=require`,
    DATABASE_OWNER_URL: `${ownerUrl}?sslmode=require`,
  }
  expect(await run('scripts/migrate.ts', environment)).toMatchObject({ code: 0 })
})

it.each([
  ['another authority', () => ({ PAYDESK_DATABASE_CA: stranger.file }), /not signed by/],
  [
    'public authorities',
    () => ({
      PAYDESK_DATABASE_CA: '',
      DATABASE_URL: `${url}?sslmode=verify-full`,
      DATABASE_OWNER_URL: `${ownerUrl}?sslmode=verify-full`,
    }),
    /not signed by/,
  ],
  ['a certificate of another host', () => ({}), /does not name the host of DATABASE_URL/],
])(
  'TLS to the database: %s ends the start and a command in a sentence',
  async (name, environment, sentence) => {
    if (name === 'a certificate of another host') await present(other)
    const started = await run('scripts/start.ts', environment())
    expect(started.code).toBe(1)
    expect(started.output.trim().split('\n')).toEqual([
      expect.stringMatching(
        /^Paydesk does not start on this database: the certificate of its server/,
      ),
    ])
    expect(started.output).toMatch(sentence)
    const migrated = await run('scripts/migrate.ts', environment())
    expect(migrated.code).toBe(1)
    expect(migrated.output).toMatch(/^The database is not used: the certificate/m)
  },
  120_000,
)
