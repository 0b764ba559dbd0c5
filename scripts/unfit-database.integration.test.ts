import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { Database } from '@/db/client'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { commandArguments } from '@/testing/bundled-programs'
import { appEnvironment, randomSecret } from './application/environment'
import { anyFreePort, isPortFree } from './ports'
import { runCommand } from './processes/run-command'
import { projectFolder } from './project'

let testDatabase: TestDatabase

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  const owner = new Database(testDatabase.ownerUrl, 1)
  await owner.run((db) =>
    db.execute(sql`alter table audit_entries disable trigger audit_entries_append_only`),
  )
  await owner.close()
})
afterAll(() => testDatabase.drop())

/** Starts Paydesk on a database that it must not start on; returns what it says. */
async function refusalOn(databaseUrl: string): Promise<string> {
  const port = await anyFreePort()
  const environment = appEnvironment({
    databaseUrl,
    encryptionKey: randomSecret(),
    authSecret: randomSecret(),
    port,
    sandboxUrl: 'http://127.0.0.1:4010',
    logLevel: 'silent',
  })
  const { code, output } = await runCommand(process.execPath, commandArguments('start'), {
    cwd: projectFolder,
    env: { ...process.env, ...environment },
    timeoutMs: 30_000,
  })
  expect(code).toBe(1)
  expect(await isPortFree(port)).toBe(true)
  return output
}

it('start: on a database that money is not safe on it ends in a sentence, and no port is opened', async () => {
  expect(await refusalOn(testDatabase.url)).toMatch(
    /^Paydesk does not start on this database: .*audit_entries_append_only\.\n$/,
  )
})

it.each([
  ['password', (url: URL) => (url.password = 'wrong'), /^The database does not accept the user/],
  ['name of a database', (url: URL) => (url.pathname = '/no_such'), /does not exist\.\n$/],
])('start: a wrong %s ends it in a sentence', async (_, change, sentence) => {
  const url = new URL(testDatabase.url)
  change(url)
  expect(await refusalOn(url.href)).toMatch(sentence)
})
