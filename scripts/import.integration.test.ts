import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listTransactions } from '@/db/queries/payment/transactions'
import { LOCALES } from '@/lib/domain/access/person-settings'
import { i18nFor } from '@/lib/i18n/i18n'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { commandArguments } from '@/testing/bundled-programs'
import { OppwaMerchant } from '@/testing/oppwa-merchant'
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

function runImport(args: readonly string[] = []) {
  return runCommand(process.execPath, commandArguments('import', args), {
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

it('import: takes OPPWA payments by order reference and by id, and waits for a limited one (E8, E11, E12)', async () => {
  await merchant.owner.run((db) => db.execute(sql`drop trigger refuse_payment on transactions`))
  const oppwa = await OppwaMerchant.connect(merchant)
  const { control } = merchant.sandbox
  const create = async (reference: string) => {
    const options = { reference, status: 'CAPTURED', amount: 50_00 }
    return (await control.call<{ id: string }>('POST', 'oppwa/transactions', options)).id
  }
  const limited = await create('ORDER-LIMITED')
  const chargedBack = await create('ORDER-CHARGED-BACK')
  const chargeback = { operation: 'chargeback' }
  await control.call('POST', `oppwa/transactions/${chargedBack}/portal`, chargeback)
  const result = { code: '800.120.100', description: 'too many requests' }
  await control.addFault({
    match: { provider: 'oppwa', method: 'GET', transactionId: limited },
    action: { type: 'status', status: 429, body: { result }, headers: { 'retry-after': '1' } },
  })

  const named = ['--connection', oppwa.connection.name, '--reference', limited]
  const references = ['--reference', 'NEVER-USED', '--reference', 'ORDER-CHARGED-BACK']
  const { code, output } = await runImport([...named, ...references])
  expect(output).toContain('3 seen, 2 written, 1 malformed')
  expect(output).toContain('NEVER-USED: ')
  expect(code).toBe(0)
  const faults = await control.faults()
  expect(faults.map(({ hits }) => hits)).toEqual([1])

  const byReference = await listTransactions(merchant.database, {
    scope: 'all',
    search: 'ORDER-CHARGED-BACK',
  })
  const payment = await merchant.reload({ id: byReference.rows[0]?.id ?? '' })
  expect(payment.providerTransactionId).toBe(chargedBack)
  expect(payment.events.at(-1)).toMatchObject({ kind: 'chargeback', providerKind: 'CB' })
  const words = LOCALES.map((locale) => i18nFor(locale, 'UTC').t('events.kinds.chargeback'))
  expect(words).toEqual(['Chargeback', 'Tilbakeføring'])
})
