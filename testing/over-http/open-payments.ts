import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { TestMerchant } from '../merchant'
import type { OpenPayment } from './capture-action'

const AMOUNT = { amount: 100_000, currency: 'NOK' }

/** Creates authorized payments of 1 000,00 kr at the provider and imports them. */
export async function makeOpenPayments(
  merchant: TestMerchant,
  count: number,
): Promise<readonly OpenPayment[]> {
  const reference = `OPEN-${randomUUID()}`
  await merchant.sandbox.control.createTransactions({ ...AMOUNT, reference, count })
  await merchant.importAll()
  return merchant.database.run((db) =>
    db.execute<OpenPayment & Record<string, unknown>>(sql`
      select id, money_revision as "moneyRevision", currency, 100000 as "amountMinor"
      from transactions where order_reference like ${`${reference}%`}`),
  )
}
