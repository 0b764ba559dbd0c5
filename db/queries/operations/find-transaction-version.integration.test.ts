import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTransactionView, listTransactions } from '@/db/queries/payment/transactions'
import { capturePayment } from '@/lib/operations/capture-payment'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { findTransactionVersion } from './find-transaction-version'
import { recordCheck } from './record-check'

let merchant: TestMerchant
let id: string

beforeAll(async () => {
  merchant = await startTestMerchant()
  await merchant.sandbox.control.createTransaction({ reference: 'V-1', amount: 100_00 })
  await merchant.importAll()
  const [row] = (
    await listTransactions(merchant.database, {
      scope: 'all',
      statuses: [],
      search: 'V-1',
      cursor: null,
    })
  ).rows
  id = row?.id ?? ''
})
afterAll(() => merchant.stop())

function version(): Promise<string | null> {
  return findTransactionVersion(merchant.database, 'all', id)
}

describe('the version of a payment', () => {
  it('stays while nothing is written, and is the one the page was drawn from', async () => {
    const first = await version()
    expect(first).not.toBeNull()
    expect(await version()).toBe(first)
    expect((await findTransactionView(merchant.database, 'all', id))?.version).toBe(first)
  })

  it('changes after an operation, a check of its outcome, and an audit entry', async () => {
    const view = await findTransactionView(merchant.database, 'all', id)
    const versions: unknown[] = [view?.version]
    await merchant.sandbox.control.addFault({
      match: { operation: 'capture' },
      action: { type: 'accepted', closeAs: 'never' },
    })
    const operationId = randomUUID()
    const actor = await merchant.actor('staff')
    await capturePayment(contextOf(merchant.database, actor), {
      operationId,
      transactionId: id,
      currency: 'NOK',
      label: null,
      expectedRevision: view?.moneyRevision ?? '',
      choice: { mode: 'all', amountMinor: 100_00 },
    })
    versions.push(await version())
    const due = { absent: true, nextCheckMs: 1_000, isCounted: true }
    const check = { operationId, found: 'Nothing yet.', due }
    await recordCheck(merchant.database, check)
    versions.push(await version())
    await merchant.database.run((db) =>
      db.execute(sql`
        insert into audit_entries (stream_id, action, actor_name, actor_role, detail)
        values (${id}, 'test', 'Anna', 'staff', '{}')`),
    )
    versions.push(await version())
    expect(new Set(versions).size).toBe(4)
  })

  it('is null where there is no such payment', async () => {
    expect(await findTransactionVersion(merchant.database, 'all', randomUUID())).toBeNull()
    expect(await findTransactionVersion(merchant.database, 'all', 'not-an-id')).toBeNull()
  })
})
