import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTransactionView, listTransactions } from '@/db/queries/transactions'
import { startTestMerchant, type TestMerchant } from '@/e2e/support/merchant'
import type { Actor } from '@/lib/domain/actor'
import type { TransactionView } from '@/lib/domain/transaction-view'
import { repairOnce } from '@/lib/repair/repair-loop'
import { capturePayment } from './capture-payment'
import type { AmountChoice } from './plan-amount'
import { refundPayment } from './refund-payment'

let merchant: TestMerchant
let ingrid: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  ingrid = await merchant.actor('admin')
})
afterAll(() => merchant.stop())

async function newPayment(
  wish: Parameters<TestMerchant['sandbox']['control']['mint']>[0],
): Promise<TransactionView> {
  const reference = `T-${randomUUID()}`
  const { control } = merchant.sandbox
  const { id } = await control.mint({ ...wish, reference, amount: 50_000 })
  if (wish?.behaviour?.startsWith('capture')) {
    await control.actInPortal(id, { operation: 'capture', amount: 10_000 })
  }
  if (wish?.behaviour?.startsWith('refund')) {
    await control.actInPortal(id, { operation: 'refund', amount: 10_000 })
  }
  await merchant.importAll()
  const page = await listTransactions(merchant.database, {
    ...{ statuses: [], search: reference, cursor: null },
  })
  return reload(page.rows[0]?.id)
}

async function reload(id = ''): Promise<TransactionView> {
  const view = await findTransactionView(merchant.database, id)
  if (view === null) throw new Error('the payment is not there')
  return view
}

function send(
  kind: 'capture' | 'refund',
  payment: TransactionView,
  amountMinor: number,
  label: string | null = null,
) {
  const context = { database: merchant.database, actor: ingrid, requestId: randomUUID() }
  const choice: AmountChoice = { mode: 'amount', amountMinor }
  const input = {
    ...{ operationId: randomUUID(), transactionId: payment.id, currency: payment.currency },
    ...{ choice, label },
  }
  return kind === 'capture'
    ? capturePayment(context, input)
    : refundPayment(context, { ...input, reason: 'returned' })
}

/** Makes the next look due now, so that tests needn't wait for the schedule. */
async function repairNow(): Promise<void> {
  await merchant.database.run((db) =>
    db.execute(sql`update operations set next_check_at = now() where settled_at is null`),
  )
  await repairOnce(merchant.database)
}

describe('a payment whose capture no event tells', () => {
  it('is imported, refunded in parts and read again', async () => {
    await merchant.sandbox.control.setSwitches({ captureEventOfDirect: false })
    const payment = await newPayment({ method: 'swish.swish', status: 'CAPTURED' })
    expect(payment.totals).toMatchObject({ capturedMinor: 50_000, refundedMinor: 0 })
    const first = await send('refund', payment, 20_000)
    expect(first).toMatchObject({ ok: true, value: { state: 'succeeded' } })
    const second = await send('refund', payment, 30_000)
    expect(second).toMatchObject({ ok: true, value: { state: 'succeeded' } })
    await merchant.importAll()
    const after = await reload(payment.id)
    expect(after.status).toBe('refunded')
    expect(after.totals).toMatchObject({ capturedMinor: 50_000, refundedMinor: 50_000 })
  })
})

describe('a merchant’s label', () => {
  it.each([
    ['klarna.klarna', /^SHIP-7 pd-[0-9a-f]{32}$/],
    ['kravia.invoice_b2b', /^pd-[0-9a-f]{32}$/],
  ])('of %s is sent where the method has room for it', async (method, reference) => {
    const payment = await newPayment({ method })
    const sent = await send('capture', payment, 20_000, 'SHIP-7')
    expect(sent).toMatchObject({ ok: true, value: { state: 'succeeded' } })
    const truth = await merchant.sandbox.control.transaction(payment.providerTransactionId)
    expect(truth.events.at(-1)?.event_reference).toMatch(reference)
  })
})

describe('a lost answer that Dintero corrects without naming an event', () => {
  it.each([
    ['capture', 'capture-corrected', 'succeeded', { capturedMinor: 20_000 }],
    ['capture', 'capture-corrected-refused', 'refused', { capturedMinor: 10_000 }],
    ['refund', 'refund-corrected', 'succeeded', { refundedMinor: 20_000 }],
    ['refund', 'refund-corrected-refused', 'refused', { refundedMinor: 10_000 }],
  ] as const)('a second %s: %s is %s', async (kind, behaviour, state, totals) => {
    const status = kind === 'capture' ? 'AUTHORIZED' : 'CAPTURED'
    const payment = await newPayment({ behaviour, status })
    const sent = await send(kind, payment, 10_000)
    expect(sent).toMatchObject({ ok: true, value: { state: 'unknown' } })
    await repairNow()
    const after = await reload(payment.id)
    expect(after.operations[0]).toMatchObject({ kind, state })
    expect(after.totals).toMatchObject(totals)
    expect(after.openOperation).toBeNull()
  })
})
