import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { importTransactions } from './import-transactions'

/** Bambora Checkout's list comes without histories: each payment of a page is read by itself. */

let merchant: TestMerchant
const ids: string[] = []

beforeAll(async () => {
  merchant = await startTestMerchant('bambora-checkout')
  for (const reference of ['ONE', 'TWO', 'THREE']) {
    const { id } = await merchant.sandbox.control.call<{ id: string }>(
      'POST',
      'bambora-checkout/transactions',
      { reference: `LISTED-${reference}`, amount: 10_000 },
    )
    ids.push(id)
  }
})
afterAll(() => merchant.stop())
beforeEach(() => merchant.sandbox.control.clearFaults())

async function importList() {
  return importTransactions(merchant.database, merchant.connection, { onProgress: () => undefined })
}

function silence(transactionId?: string) {
  return merchant.sandbox.control.addFault({
    match: { operation: 'history', ...(transactionId !== undefined && { transactionId }) },
    times: null,
    action: { type: 'status', status: 503 },
  })
}

describe('import: a listed payment about which the provider does not respond (A1)', () => {
  it('does not stop the others, and is noted', async () => {
    await silence(ids[1])
    expect(await importList()).toMatchObject({
      ok: true,
      value: { read: 3, written: 2, malformed: 1 },
    })
    const noted = await merchant.database.run((db) =>
      db.execute(sql`select provider_transaction_id as id, reason, detail from unread_payments`),
    )
    expect(noted).toEqual([{ id: ids[1], reason: 'unavailable', detail: null }])
  })

  it('is a provider that is away where that is so of all', async () => {
    await silence()
    expect(await importList()).toMatchObject({ ok: false, error: { code: 'unavailable' } })
  })
})
