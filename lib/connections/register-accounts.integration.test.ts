import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { listConnections } from '@/db/queries/sync/connections'
import { env } from '@/lib/config/env'
import { sealSecret } from '@/lib/config/secret-box'
import type { Provider } from '@/lib/domain/provider/provider'
import { appEnvironment, randomSecret } from '@/scripts/app-environment'
import { createDatabase, dropDatabase } from '@/scripts/databases'
import { migrateDatabase } from '@/scripts/demo-data'
import { runCommand } from '@/scripts/processes/run-command'
import { runTypeScript } from '@/scripts/project'
import { loadClient } from './connection-client'

/** The last migration before accounts were kept apart. */
const LAST_BEFORE = '0014_what_a_decision_saw'
const [E1, E2, E3] = ['e1'.repeat(16), 'e2'.repeat(16), 'e3'.repeat(16)]
const NATIVE = { clientId: 'a', clientSecret: 'b' }

const adminUrl = process.env.TEST_DATABASE_URL ?? ''
let folder: string
let name: string
let url: string
let sql: postgres.Sql

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'paydesk-migrations-'))
  cpSync('db/migrations', folder, { recursive: true })
  const file = path.join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] }
  const last = journal.entries.findIndex(({ tag }) => tag === LAST_BEFORE)
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }))
  const settings = { databaseUrl: adminUrl, authSecret: randomSecret(), port: 3000 }
  const sandboxUrl = 'http://127.0.0.1:1'
  const encryptionKey = randomSecret()
  Object.assign(
    process.env,
    appEnvironment({ ...settings, encryptionKey, sandboxUrl, logLevel: 'silent' }),
  )
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  name = `paydesk_test_${randomUUID().replaceAll('-', '')}`
  await createDatabase(adminUrl, name)
  const address = new URL(adminUrl)
  address.pathname = `/${name}`
  url = address.href
  sql = postgres(url, { max: 1, onnotice: () => undefined })
  await migrate(drizzle(sql), { migrationsFolder: folder })
})
afterEach(async () => {
  await sql.end()
  await dropDatabase(adminUrl, name)
})

async function connect(name: string, provider: Provider, accountId: string, secret: object) {
  const id = randomUUID()
  const sealed = sealSecret(JSON.stringify(secret), env().PAYDESK_ENCRYPTION_KEY, id)
  await sql`
    insert into connections (id, provider, name, account_id, base_url, is_test, secret_ciphertext)
    values (${id}, ${provider}, ${name}, ${accountId}, 'http://127.0.0.1:1', true, ${sealed})`
  return id
}

function entity(name: string, accountId: string, otherEntityId?: string) {
  const secret = { accessToken: 'tok-geheim', environment: 'test', otherEntityId }
  return connect(name, 'oppwa', accountId, secret)
}

async function connections() {
  const database = new Database(url, 1)
  try {
    return await listConnections(database)
  } finally {
    await database.close()
  }
}

async function isMigrated(): Promise<boolean> {
  const [row] = await sql<{ is: boolean }[]>`
    select to_regclass('connection_accounts') is not null as is`
  return row?.is ?? false
}

describe('migrating connections from before accounts were kept apart', () => {
  it('registers every account, also one that stands in a sealed secret', async () => {
    await connect('App', 'bambora-native', ' t555 ', NATIVE)
    await entity('Both', E1, E2)
    expect(await migrateDatabase(url)).toEqual([])
    expect(await connections()).toMatchObject([
      { name: 'App', accounts: ['T555'], retiredAt: null },
      { name: 'Both', accounts: [E1, E2], retiredAt: null },
    ])
    expect(await migrateDatabase(url)).toEqual([])
  })

  it('changes nothing while two read one account, and names them and what to do', async () => {
    await connect('My shop', 'bambora-native', 'T555', NATIVE)
    await connect('Once more', 'bambora-native', 't555', NATIVE)
    await entity('Cards', E1, E2)
    await entity('Wallets', E3, E2)
    const refused = migrateDatabase(url)
    await expect(refused).rejects.toThrow('bambora-native T555: “My shop”, “Once more”')
    await expect(refused).rejects.toThrow(`oppwa ${E2}: “Cards”, “Wallets”`)
    await expect(refused).rejects.toThrow('npm run migrate -- --keep')
    await expect(refused).rejects.not.toThrow(/geheim|v1\./)
    expect(await isMigrated()).toBe(false)
  })

  it('retires what reads the account of a connection that is kept', async () => {
    const continuing = await entity('Cards', E1, E2)
    const retired = await entity('Wallets', E3, E2)
    await migrateDatabase(url, ['Cards'])
    const [cards, wallets] = await connections()
    expect(cards).toMatchObject({ accounts: [E1, E2], retiredAt: null })
    expect(wallets).toMatchObject({ accounts: [], retiredAt: expect.any(Date) })
    const database = new Database(url, 1)
    await expect(loadClient(database, retired)).rejects.toThrow('it is retired')
    expect(await loadClient(database, continuing)).toHaveProperty('features')
    await database.close()
    expect(await migrateDatabase(url)).toEqual([])
  })

  it.each([
    ['both of them', ['Cards', 'Wallets'], 'read the same account'],
    ['one that there is not', ['Card'], 'no connection “Card”'],
  ])('keeps nothing when told to keep %s', async (_, keep, words) => {
    await entity('Cards', E1, E2)
    await entity('Wallets', E3, E2)
    await expect(migrateDatabase(url, keep)).rejects.toThrow(words)
    expect(await isMigrated()).toBe(false)
  })

  it('names a secret that it cannot read, and keeps its connection out of use', async () => {
    const id = await entity('Broken', E1)
    await sql`update connections set secret_ciphertext = 'v1.x.y.z' where id = ${id}`
    expect(await migrateDatabase(url)).toEqual(['Broken'])
    expect(await connections()).toMatchObject([{ accounts: [] }])
  })

  it('needs the key of the secrets, and no other variable of the application', async () => {
    await connect('App', 'bambora-native', 'T555', NATIVE)
    const { PATH = '', PAYDESK_ENCRYPTION_KEY = '' } = process.env
    const run = (env: Record<string, string>) =>
      runCommand(process.execPath, runTypeScript('scripts/migrate.ts'), {
        timeoutMs: 30_000,
        env: { PATH, DATABASE_URL: url, ...env },
      })
    const { code, output } = await run({})
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining('PAYDESK_ENCRYPTION_KEY is missing'),
    })
    expect(await isMigrated()).toBe(false)
    expect(await run({ PAYDESK_ENCRYPTION_KEY })).toMatchObject({ code: 0 })
  })

  it('at a terminal says it in words, ends with 1, and takes the choice', async () => {
    await connect('My shop', 'bambora-native', 'T555', NATIVE)
    await connect('Once more', 'bambora-native', 'T555', NATIVE)
    const run = (...args: string[]) =>
      runCommand(process.execPath, runTypeScript('scripts/migrate.ts', args), {
        timeoutMs: 30_000,
        env: { ...process.env, DATABASE_URL: url },
      })
    const refused = await run()
    expect(refused.code).toBe(1)
    expect(refused.output).toContain('bambora-native T555: “My shop”, “Once more”')
    expect(refused.output).not.toMatch(/select |insert |\bat .*\.ts|v1\./)
    expect(await run('--keep', 'Once more')).toMatchObject({ code: 0 })
  })
})
