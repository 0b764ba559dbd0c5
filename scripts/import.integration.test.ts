import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { commandArguments } from '@/testing/bundled-programs'
import { runCommand } from './processes/run-command'
import { projectFolder } from './project'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
  await merchant.sandbox.control.createTransaction({
    reference: 'SECRET-ORDER',
    customer: { firstName: 'Solveig', lastName: 'Tangerud', email: 'solveig@tangerud.example' },
  })
})
afterAll(() => merchant.stop())

const CUSTOMER = /insert into|params|SECRET-ORDER|@|"email"|first_?name|solveig|tangerud/i

/** Has the database refuse every write of a payment, in words that hold the customer's data. */
async function refuseWrites(state: string, words: string): Promise<void> {
  const statements = [
    `create or replace function refuse_payment() returns trigger language plpgsql as $$
       begin raise exception '${words} %', coalesce(${state === '53100' ? "''" : 'new.customer_name'}, '')
         using errcode = '${state}'; end $$`,
    'drop trigger if exists refuse_payment on transactions',
    `create trigger refuse_payment before insert on transactions
       for each row execute function refuse_payment()`,
  ]
  for (const statement of statements) {
    await merchant.owner.run((db) => db.execute(sql.raw(statement)))
  }
}

function runImport() {
  return runCommand(process.execPath, commandArguments('import'), {
    cwd: projectFolder,
    env: { ...process.env, LOG_LEVEL: 'info' },
    timeoutMs: 60_000,
  })
}

it('import: a failure is reported in a sentence, without the statement and the customer (A7)', async () => {
  await refuseWrites('53100', 'could not extend file')
  const { code, output } = await runImport()
  expect(code).toBe(1)
  expect(output).toContain('could not extend file')
  expect(output).not.toMatch(CUSTOMER)
})

it.each(['21000', '22001', '54000', '57014'])(
  'import: a payment that the database refuses by %s is named by its id alone (A7)',
  async (state) => {
    await refuseWrites(state, 'Key (customer_name) refused:')
    const { code, output } = await runImport()
    expect(code).toBe(0)
    expect(output).toContain('1 malformed')
    expect(output).toMatch(new RegExp(`T11112222\\.\\S+: .*\\(${state}\\)`))
    expect(output).not.toMatch(CUSTOMER)
  },
)
