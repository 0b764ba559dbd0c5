import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { runCommand } from './processes/run-command'
import { projectFolder, runTypeScript } from './project'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
  await merchant.sandbox.control.createTransaction({ reference: 'SECRET-ORDER' })
})
afterAll(() => merchant.stop())

/** Has the database end every write of a payment as a full disk does. */
async function fillDisk(): Promise<void> {
  const statements = [
    `create function disk_full() returns trigger language plpgsql as $$
       begin raise exception 'could not extend file' using errcode = '53100'; end $$`,
    'create trigger disk_full before insert on transactions execute function disk_full()',
  ]
  for (const statement of statements) {
    await merchant.database.run((db) => db.execute(sql.raw(statement)))
  }
}

it('import: a failure is reported in a sentence, without the statement and the customer', async () => {
  await fillDisk()
  const { code, output } = await runCommand(process.execPath, runTypeScript('scripts/import.ts'), {
    cwd: projectFolder,
    env: { ...process.env, LOG_LEVEL: 'info' },
    timeoutMs: 60_000,
  })
  expect(code).toBe(1)
  expect(output).toContain('could not extend file (53100)')
  expect(output).not.toMatch(/insert into|params|SECRET-ORDER|@|"email"|first_?name/i)
})
