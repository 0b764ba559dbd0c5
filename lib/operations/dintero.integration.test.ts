import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRecentRefusals } from '@/db/queries/listing/recent-refusals'
import { findOperationDetail } from '@/db/queries/operations/find-operation-detail'
import type { Actor } from '@/lib/domain/access/actor'
import type { AmountChoice } from '@/lib/domain/operation/inputs'
import { correctionOf } from '@/lib/domain/rules/correction'
import { untiedAmounts } from '@/lib/domain/rules/item-progress'
import { linesToRefund } from '@/lib/domain/rules/lines-left'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { repairNow } from '@/testing/repair-now'
import { capturePayment } from './capture-payment'
import { refundPayment } from './refund-payment'

let merchant: TestMerchant
let ingrid: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  ingrid = await merchant.actor('admin')
})
afterAll(() => merchant.stop())

type Options = NonNullable<Parameters<TestMerchant['sandbox']['control']['createTransaction']>[0]>

/**
 * A new payment of 500,00, of which a part is moved already where its behaviour is about the next.
 */
function newPayment(options: Options): Promise<TransactionView> {
  const { control } = merchant.sandbox
  return merchant.newPayment(async (reference) => {
    const { id } = await control.createTransaction({ ...options, reference, amount: 50_000 })
    for (const operation of ['capture', 'refund'] as const) {
      if (options.behaviour?.startsWith(operation)) {
        await control.actInPortal(id, { operation, amount: 10_000 })
      }
    }
  })
}

/** The request of a person who sees the payment as it is now. */
async function send(
  kind: 'capture' | 'refund',
  payment: TransactionView,
  amountMinor: number,
  label: string | null = null,
) {
  const context = contextOf(merchant.database, ingrid)
  const choice: AmountChoice = { mode: 'amount', amountMinor }
  const { moneyRevision: expectedRevision } = await merchant.reload(payment)
  const input = {
    operationId: randomUUID(),
    transactionId: payment.id,
    currency: payment.currency,
    expectedRevision,
    choice,
    label,
  }
  return kind === 'capture'
    ? capturePayment(context, input)
    : refundPayment(context, { ...input, reason: 'returned' })
}

describe('Dintero: a payment whose capture no event reports', () => {
  it('is imported, refunded in parts and read again', async () => {
    await merchant.sandbox.control.setSettings({ captureEventOfDirect: false })
    const payment = await newPayment({ method: 'swish.swish', status: 'CAPTURED' })
    expect(payment.totals).toMatchObject({ capturedMinor: 50_000, refundedMinor: 0 })
    const first = await send('refund', payment, 20_000)
    expect(first).toMatchObject({ ok: true, value: { state: 'succeeded' } })
    const second = await send('refund', payment, 30_000)
    expect(second).toMatchObject({ ok: true, value: { state: 'succeeded' } })
    await merchant.importAll()
    const after = await merchant.reload(payment)
    expect(after.status).toBe('refunded')
    expect(after.totals).toMatchObject({ capturedMinor: 50_000, refundedMinor: 50_000 })
  })
})

describe('Dintero: a merchant’s label', () => {
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

describe('Dintero: no response, corrected later without naming an event', () => {
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
    await repairNow(merchant.database)
    const after = await merchant.reload(payment)
    expect(after.operations[0]).toMatchObject({ kind, state })
    expect(after.totals).toMatchObject(totals)
    expect(after.openOperation).toBeNull()
  })
})

describe('Dintero: refused first, corrected two seconds later with the money moved', () => {
  it.each([
    ['capture', 'capture-refused-corrected', { capturedMinor: 20_000 }],
    ['capture', 'capture-refused-repaired', { capturedMinor: 20_000 }],
    ['refund', 'refund-refused-corrected', { refundedMinor: 20_000 }],
    ['refund', 'refund-refused-repaired', { refundedMinor: 20_000 }],
  ] as const)(
    'a %s stays refused and shows its correction: %s (G1)',
    async (kind, behaviour, totals) => {
      const status = kind === 'capture' ? 'AUTHORIZED' : 'CAPTURED'
      const payment = await newPayment({ behaviour, status })
      const sent = await send(kind, payment, 10_000)
      expect(sent).toMatchObject({ ok: true, value: { state: 'refused' } })
      await setTimeout(2_500)
      await merchant.importAll()
      const after = await merchant.reload(payment)
      const [operation] = after.operations
      if (operation === undefined) throw new Error('nothing was started')
      expect(operation.state).toBe('refused')
      expect(after.totals).toMatchObject(totals)
      expect(correctionOf(operation, after.events)).toMatchObject({ amountMinor: 10_000 })
      expect(after.outsideChange).toBeNull()
      expect(await findRecentRefusals(merchant.database, 'all', [payment.id])).toEqual(new Map())
      const detail = await findOperationDetail(merchant.database, 'all', operation.id)
      expect(detail?.correction).toMatchObject({ amountMinor: 10_000 })
      // “Do not retry” of the refusal no longer speaks against another one.
      const again = await send(kind, payment, 10_000)
      expect(again).not.toMatchObject({ error: { code: 'provider_advice' } })
    },
  )
})

describe('Dintero: a capture with a rounding line that the order lacks', () => {
  it('leaves the figures and the choice of lines, with either setting (G3)', async () => {
    const { control } = merchant.sandbox
    const payment = await newPayment({
      items: [
        { line_id: 'a', description: 'Sweater', quantity: 2, amount: 40_000 },
        { line_id: 'b', description: 'Cup', quantity: 1, amount: 10_000 },
      ],
    })
    const [first] = payment.items
    if (first === undefined) throw new Error('the order has lines')
    const { lineId, amountMinor, quantityMicros } = first.item
    const lines = [
      { line_id: lineId, amount: amountMinor, quantity: (quantityMicros ?? 0) / 1_000_000 },
      { line_id: 'rounding-fee', amount: 1, quantity: 1 },
    ]
    const capture = { operation: 'capture', amount: amountMinor + 1, items: lines } as const
    await control.setSettings({ unknownLine: 'refuse' })
    await expect(control.actInPortal(payment.providerTransactionId, capture)).rejects.toThrow()
    await control.setSettings({ unknownLine: 'accept' })
    await control.actInPortal(payment.providerTransactionId, capture)
    await merchant.importAll()
    const after = await merchant.reload(payment)
    expect(after.items[0]?.captured).toEqual({ quantityMicros, amountMinor })
    expect(untiedAmounts(after.items, after.totals)).toEqual({ capturedMinor: 1, refundedMinor: 0 })
    for (const unknownLine of ['refuse', 'accept'] as const) {
      await control.setSettings({ unknownLine })
      const left = linesToRefund((await merchant.reload(payment)).items, after.totals)
      expect(left?.[0]).toMatchObject({ leftAmountMinor: amountMinor })
      const sent = await send('refund', payment, 1_000)
      expect(sent).toMatchObject({ ok: true, value: { state: 'succeeded' } })
    }
  })
})
