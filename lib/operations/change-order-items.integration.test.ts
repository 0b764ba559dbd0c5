import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findOperationDetail } from '@/db/queries/operations/find-operation-detail'
import { findTransactionView, listTransactions } from '@/db/queries/payment/transactions'
import type { Actor } from '@/lib/domain/access/actor'
import type { AmountChoice, LineChoice, NewItem } from '@/lib/domain/operation/inputs'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { capturePayment } from './capture-payment'
import { changeOrderItems } from './change-order-items'
import { extendAuthorization } from './extend-authorization'

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

const wrap: NewItem = {
  description: 'Gift wrapping',
  quantityMicros: PIECE,
  unitPriceMinor: 4900,
  vatBasisPoints: 2500,
  priceIncludesVat: true,
}

describe('change of the order', () => {
  async function change(payment: TransactionView, additions: NewItem[], amountMinor: number) {
    const rest = { additions, changes: [], amountMinor, reason: 'Upsell by phone' }
    return changeOrderItems(context(), { ...(await inputFor(payment)), ...rest })
  }

  it.each(['klarna.klarna', 'klarna.billie'])('adds an item to a %s order', async (method) => {
    const payment = await newPayment(method)
    expect(await change(payment, [wrap], 184599)).toMatchObject(done)
    const after = await reload(payment)
    expect(after.totals.authorizedMinor).toBe(184599)
    expect(after.items.at(-1)?.item).toMatchObject({
      description: 'Gift wrapping',
      amountMinor: 4900,
      vatAmountMinor: 980,
    })
    expect(await capture(after, all(184599))).toMatchObject(done)
  })

  it('works on what is left after a partial capture', async () => {
    const payment = await newPayment()
    await capture(payment, lines(79900, { a: 1 }))
    expect(await change(await reload(payment), [wrap], 184599)).toMatchObject(done)
  })

  it('that Klarna refuses leaves the old hold, as a read shows', async () => {
    const payment = await newPayment()
    await merchant.sandbox.control.addFault({
      match: { operation: 'authorization' },
      action: { type: 'refuse' },
    })
    const before = payment.readAt
    expect(await change(payment, [wrap], 184599)).toMatchObject({ value: { state: 'refused' } })
    const after = await reload(payment)
    expect(after.totals.authorizedMinor).toBe(179699)
    expect(after.items).toHaveLength(3)
    expect(after.readAt.getTime()).toBeGreaterThan(before.getTime())
  })

  it.each(['klarna.klarna', 'klarna.billie'])(
    'that %s refuses for good keeps its reason and its advice, though the answer has neither',
    async (method) => {
      const payment = await newPayment(method, 'refuse-update')
      expect(await change(payment, [wrap], 184599)).toMatchObject({
        value: { state: 'refused', refusalCode: 'NOT_ALLOWED', retry: { kind: 'do_not_retry' } },
      })
      expect(await change(await reload(payment), [wrap], 184599)).toMatchObject({
        error: { code: 'provider_advice', values: { advice: 'do_not_retry' } },
      })
    },
  )

  it('with a total that isn’t the sum, or without a change, sends nothing', async () => {
    const payment = await newPayment()
    expect(await change(payment, [wrap], 184600)).toMatchObject({
      error: { code: 'lines_differ_from_amount' },
    })
    expect(await change(payment, [], 179699)).toMatchObject({ error: { code: 'nothing_changed' } })
  })

  it('of a card payment is refused with the reason', async () => {
    const payment = await newPayment('payex.creditcard')
    expect(await change(payment, [wrap], 184599)).toMatchObject({ error: { code: 'not_allowed' } })
  })

  it('takes a line out, puts more of another in, and keeps both with its operation (H6)', async () => {
    const payment = await newPayment()
    const changes = [
      { lineId: 'b', quantityMicros: 0 },
      { lineId: 'a', quantityMicros: 3 * PIECE },
    ]
    const result = await changeOrderItems(context(), {
      ...(await inputFor(payment)),
      additions: [],
      changes,
      amountMinor: 249600,
      reason: null,
    })
    expect(result).toMatchObject(done)
    const after = await reload(payment)
    expect(after.items.map(({ item }) => item.amountMinor)).toEqual([239700, 9900])
    const [operation] = after.operations
    expect(operation?.orderChanges).toEqual([
      { description: 'Sweater', quantityMicros: PIECE, amountMinor: 79900 },
      { description: 'Cup', quantityMicros: -3 * PIECE, amountMinor: -9999 },
    ])
    const detail = await findOperationDetail(merchant.database, 'all', operation?.id ?? '')
    expect(detail?.operation.orderChanges).toEqual(operation?.orderChanges)
  })

  it('keeps with its operation what it adds; other operations change no order (H6)', async () => {
    const payment = await newPayment()
    await change(payment, [wrap], 184599)
    await capture(await reload(payment), all(184599))
    const { operations } = await reload(payment)
    expect(operations.map(({ kind, orderChanges }) => ({ kind, orderChanges }))).toEqual([
      { kind: 'capture', orderChanges: null },
      {
        kind: 'update_authorization',
        orderChanges: [{ description: 'Gift wrapping', quantityMicros: PIECE, amountMinor: 4900 }],
      },
    ])
  })
})

describe('extension of time', () => {
  it('moves the deadline and no money', async () => {
    const payment = await newPayment()
    const result = await extendAuthorization(context(), {
      ...(await inputFor(payment)),
      reason: 'Delayed delivery',
    })
    expect(result).toMatchObject(done)
    const after = await reload(payment)
    expect(after.totals).toEqual(payment.totals)
    const [before, later] = [payment.captureDeadline?.at, after.captureDeadline?.at]
    expect(later?.getTime()).toBeGreaterThan(before?.getTime() ?? 0)
  })
})
