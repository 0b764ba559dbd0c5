import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findTransactionView, listTransactions } from '@/db/queries/payment/transactions'
import type { Actor } from '@/lib/domain/access/actor'
import type { AmountChoice, LineChoice } from '@/lib/domain/operation/inputs'
import { heldMinor, refundableMinor } from '@/lib/domain/payment/transaction'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { repairNow } from '@/testing/repair-now'
import { capturePayment } from './capture-payment'
import { refundPayment } from './refund-payment'
import { voidPayment } from './void-payment'

const PIECE = 1_000_000
let merchant: TestMerchant
let ingrid: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  ingrid = await merchant.actor('admin')
})
afterAll(() => merchant.stop())
beforeEach(() => merchant.sandbox.control.clearFaults())

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString()
}

/** Two sweaters, three cups at 33,33 and delivery: 1 796,99. */
async function newPayment(method = 'klarna.klarna', behaviour?: string): Promise<TransactionView> {
  const reference = `T-${randomUUID()}`
  await merchant.sandbox.control.createTransaction({
    reference,
    method,
    ...(behaviour !== undefined && { behaviour }),
    expiresAt: inDays(5),
    items: [
      {
        line_id: 'a',
        description: 'Sweater',
        quantity: 2,
        amount: 159800,
        vat: 25,
        vat_amount: 31960,
      },
      { line_id: 'b', description: 'Cup', quantity: 3, amount: 9999, vat: 25, vat_amount: 2000 },
      {
        line_id: 'ship',
        description: 'Delivery',
        quantity: 1,
        amount: 9900,
        vat: 25,
        type: 'shipping',
      },
    ],
  })
  await merchant.importAll()
  const filter = { scope: 'all', statuses: [], search: reference, cursor: null } as const
  const { rows } = await listTransactions(merchant.database, filter)
  return reload({ id: rows[0]?.id ?? '' })
}

async function reload(payment: { readonly id: string }): Promise<TransactionView> {
  const view = await findTransactionView(merchant.database, 'all', payment.id)
  if (view === null) throw new Error('there is no such payment')
  return view
}

function context() {
  return contextOf(merchant.database, ingrid)
}

/** From a page that is up to date. */
async function inputFor(payment: TransactionView) {
  const { id, currency, moneyRevision } = await reload(payment)
  return { operationId: randomUUID(), transactionId: id, currency, expectedRevision: moneyRevision }
}

async function capture(payment: TransactionView, choice: AmountChoice) {
  return capturePayment(context(), { ...(await inputFor(payment)), choice, label: null })
}

async function refund(payment: TransactionView, choice: AmountChoice) {
  const rest = { reason: 'Returned', label: 'RET-1' }
  return refundPayment(context(), { ...(await inputFor(payment)), choice, ...rest })
}

async function release(payment: TransactionView, amountMinor = heldMinor(payment.totals)) {
  const input = { ...(await inputFor(payment)), amountMinor, reason: 'Out of stock' }
  return voidPayment(context(), input)
}

function all(amountMinor: number): AmountChoice {
  return { mode: 'all', amountMinor }
}

function lines(amountMinor: number, choices: Readonly<Record<string, number>>): AmountChoice {
  const picked = Object.entries(choices).map(([lineId, pieces]): LineChoice => ({
    lineId,
    quantityMicros: pieces * PIECE,
    amountMinor: null,
  }))
  return { mode: 'lines', amountMinor, lines: picked }
}

const done = { ok: true, value: { state: 'succeeded' } }

describe('capture', () => {
  it('by line and quantity, again and again, until nothing is left; rounding stays in its line', async () => {
    const payment = await newPayment()
    expect(await capture(payment, lines(83233, { a: 1, b: 1 }))).toMatchObject(done)
    expect(await capture(payment, lines(13233, { b: 1, ship: 1 }))).toMatchObject(done)
    const rest = await reload(payment)
    expect(rest.items.map((line) => line.captured?.amountMinor)).toEqual([79900, 6666, 9900])
    expect(await capture(payment, all(heldMinor(rest.totals)))).toMatchObject(done)
    const after = await reload(payment)
    expect(after.status).toBe('captured')
    expect(after.items.map((line) => line.captured?.amountMinor)).toEqual([159800, 9999, 9900])
    const truth = await merchant.sandbox.control.transaction(payment.providerTransactionId)
    const vat = truth.events
      .flatMap((event) => event.items ?? [])
      .filter((item) => item.line_id === 'b')
      .reduce((sum, item) => sum + (item.vat_amount ?? 0), 0)
    expect(vat).toBe(2000)
  })

  it('of a free amount, after which lines go as far as the rest of the payment (H3)', async () => {
    const payment = await newPayment()
    expect(await capture(payment, { mode: 'amount', amountMinor: 50000 })).toMatchObject(done)
    const after = await reload(payment)
    expect(after.totals.capturedMinor).toBe(50000)
    expect(after.items[0]?.captured).toEqual({ quantityMicros: 0, amountMinor: 0 })
    expect(await capture(payment, lines(159800, { a: 2 }))).toMatchObject({
      ok: false,
      error: { code: 'quantity_exceeds_left' },
    })
    expect(await capture(payment, lines(79900, { a: 1 }))).toMatchObject(done)
    const now = await reload(payment)
    expect(now.items[0]?.captured).toEqual({ quantityMicros: 1_000_000, amountMinor: 79900 })
    expect(await capture(payment, all(heldMinor(now.totals)))).toMatchObject(done)
  })

  it.each([
    [
      'lines that don’t add up to the amount',
      lines(83234, { a: 1, b: 1 }),
      'lines_differ_from_amount',
    ],
    ['an unknown line', lines(100, { x: 1 }), 'unknown_line'],
    ['more pieces than there are', lines(239700, { a: 3 }), 'quantity_exceeds_left'],
    ['no lines', lines(0, {}), 'amount_not_positive'],
    ['more than is held', { mode: 'amount', amountMinor: 179700 } as const, 'amount_exceeds_left'],
  ])('refuses %s; nothing is sent', async (_, choice, code) => {
    const payment = await newPayment()
    expect(await capture(payment, choice)).toMatchObject({ ok: false, error: { code } })
    const truth = await merchant.sandbox.control.transaction(payment.providerTransactionId)
    expect(truth.events).toHaveLength(2)
  })

  it('of a method that takes whole lines only refuses a part of a line', async () => {
    const payment = await newPayment('collector.invoice')
    expect(await capture(payment, lines(79900, { a: 1 }))).toMatchObject({
      error: { code: 'whole_lines_only' },
    })
    expect(await capture(payment, { mode: 'amount', amountMinor: 100 })).toMatchObject({
      error: { code: 'lines_required' },
    })
    expect(await capture(payment, lines(159800, { a: 2 }))).toMatchObject(done)
  })
})

describe('refund', () => {
  it('by line of what was captured, then the rest; never more than captured', async () => {
    const payment = await newPayment()
    await capture(payment, lines(89800, { a: 1, ship: 1 }))
    expect(await refund(payment, lines(9900, { ship: 1 }))).toMatchObject(done)
    expect(await refund(payment, lines(9900, { ship: 1 }))).toMatchObject({
      error: { code: 'quantity_exceeds_left' },
    })
    expect(await refund(payment, lines(9999, { b: 3 }))).toMatchObject({ ok: false })
    const between = await reload(payment)
    expect(between.status).toBe('partially_captured_refunded')
    expect(await refund(payment, all(refundableMinor(between.totals)))).toMatchObject(done)
    expect(await refund(payment, { mode: 'amount', amountMinor: 1 })).toMatchObject({
      error: { code: 'not_allowed' },
    })
    expect((await reload(payment)).totals).toMatchObject({
      capturedMinor: 89800,
      refundedMinor: 89800,
    })
  })

  it('sends reason and reference, ours behind the merchant’s', async () => {
    const payment = await newPayment()
    await capture(payment, all(179699))
    await refund(payment, { mode: 'amount', amountMinor: 500 })
    const truth = await merchant.sandbox.control.transaction(payment.providerTransactionId)
    expect(truth.events.at(-1)?.event_reference).toMatch(/^RET-1 pd-[0-9a-f]{32}$/)
    expect((await reload(payment)).operations[0]).toMatchObject({
      kind: 'refund',
      reason: 'Returned',
    })
  })

  it('before a capture is refused with the reason', async () => {
    const result = await refund(await newPayment(), { mode: 'amount', amountMinor: 100 })
    expect(result).toMatchObject({ ok: false, error: { code: 'not_allowed' } })
    if (!result.ok) expect(result.error.values).toEqual({ denialReason: 'nothing_captured' })
  })

  it('waits while another refund is pending: it counts', async () => {
    const payment = await newPayment()
    await capture(payment, all(179699))
    await merchant.sandbox.control.addFault({
      match: { operation: 'refund' },
      action: { type: 'accepted', closeAfterMs: 60_000, closeAs: 'never' },
    })
    expect(await refund(payment, { mode: 'amount', amountMinor: 179699 })).toMatchObject({
      value: { state: 'pending' },
    })
    expect(await refund(payment, { mode: 'amount', amountMinor: 1 })).toMatchObject({
      error: { code: 'operation_open' },
    })
  })

  it('eight at once over-refund nothing', async () => {
    const payment = await newPayment()
    await capture(payment, all(179699))
    const results = await Promise.all(
      Array.from({ length: 8 }, () => refund(payment, { mode: 'amount', amountMinor: 100_000 })),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect((await reload(payment)).totals.refundedMinor).toBe(100_000)
  })
})

describe('void', () => {
  it('releases everything before a capture', async () => {
    const payment = await newPayment()
    expect(await release(payment)).toMatchObject(done)
    const after = await reload(payment)
    expect(after.status).toBe('voided')
    expect(after.totals).toMatchObject({ capturedMinor: 0, releasedMinor: 179699 })
  })

  it('releases the rest after a partial capture where the method can', async () => {
    const payment = await newPayment()
    await capture(payment, lines(79900, { a: 1 }))
    expect(await release(await reload(payment))).toMatchObject(done)
    const after = await reload(payment)
    expect(after.totals).toMatchObject({ capturedMinor: 79900, releasedMinor: 99799 })
    expect(after.status).toBe('captured')
  })

  it('of the rest is refused for a method that cannot, and nothing is sent', async () => {
    const payment = await newPayment('bambora.creditcard')
    await capture(payment, { mode: 'amount', amountMinor: 100 })
    expect(await release(await reload(payment))).toMatchObject({ error: { code: 'not_allowed' } })
  })

  it('of figures that have changed is refused', async () => {
    const payment = await newPayment()
    expect(await release(payment, 179698)).toMatchObject({ error: { code: 'stale_page' } })
  })

  it('without a response is found by its own reference', async () => {
    const payment = await newPayment()
    await merchant.sandbox.control.addFault({
      match: { operation: 'void' },
      action: { type: 'drop', when: 'after' },
    })
    expect(await release(payment)).toMatchObject({ value: { state: 'unknown' } })
    await repairNow(merchant.database)
    expect(await reload(payment)).toMatchObject({
      status: 'voided',
      operations: [{ state: 'succeeded' }],
    })
  })

  it('against a capture at the same moment: one of them happens', async () => {
    const payment = await newPayment()
    const [captured, released] = await Promise.all([
      capture(payment, all(179699)),
      release(payment),
    ])
    expect([captured.ok, released.ok].filter(Boolean)).toHaveLength(1)
  })
})

describe('a refusal', () => {
  it('is not believed where the read after it is in another currency', async () => {
    const payment = await newPayment('klarna.klarna', 'refuse-capture')
    const action = { type: 'alter', set: { currency: 'SEK' } } as const
    await merchant.sandbox.control.addFault({ match: { operation: 'read' }, action })
    expect(await capture(payment, all(179699))).toMatchObject({
      value: { state: 'unknown', message: { code: 'other_currency' } },
    })
    expect((await reload(payment)).currency).toBe('NOK')
  })
})

describe('the provider’s advice', () => {
  it('not to retry is honoured for the same amount', async () => {
    const payment = await newPayment()
    await merchant.sandbox.control.addFault({
      match: { operation: 'capture' },
      action: { type: 'refuse', as: 'failed-event' },
    })
    const refused = await capture(payment, all(179699))
    expect(refused).toMatchObject({ value: { state: 'refused', retry: { kind: 'do_not_retry' } } })
    expect(await capture(payment, all(179699))).toMatchObject({
      error: { code: 'provider_advice' },
    })
    expect(await capture(payment, { mode: 'amount', amountMinor: 100 })).toMatchObject(done)
  })
})
