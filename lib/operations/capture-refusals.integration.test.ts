import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findTransactionView, listTransactions } from '@/db/queries/payment/transactions'
import type { Actor } from '@/lib/domain/access/actor'
import type { OperationInputs } from '@/lib/domain/operation/inputs'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { rereadPaymentsOnce } from '@/lib/sync/reread-payments'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { repairNow } from '@/testing/repair-now'
import { capturePayment } from './capture-payment'

let merchant: TestMerchant
let anna: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  anna = await merchant.actor('staff')
})
afterAll(() => merchant.stop())
beforeEach(() => merchant.sandbox.control.clearFaults())

/** A new authorized Klarna payment of two lines, already imported. */
async function newPayment(): Promise<TransactionView> {
  const reference = `T-${randomUUID()}`
  await merchant.sandbox.control.createTransaction({
    reference,
    items: [
      { line_id: '1', description: 'Wool sweater', quantity: 2, amount: 159800, vat: 25 },
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
  const page = await listTransactions(merchant.database, {
    scope: 'all',
    statuses: [],
    search: reference,
    cursor: null,
  })
  const view = await findTransactionView(merchant.database, 'all', page.rows[0]?.id ?? '')
  if (view === null) throw new Error('the payment was not imported')
  return view
}

function captureOf(payment: TransactionView): OperationInputs['capture'] {
  return {
    operationId: randomUUID(),
    transactionId: payment.id,
    currency: payment.currency,
    expectedRevision: payment.moneyRevision,
    choice: { mode: 'all', amountMinor: payment.totals.authorizedMinor },
    label: null,
  }
}

function capture(input: OperationInputs['capture'], actor = anna) {
  return capturePayment(contextOf(merchant.database, actor), input)
}

async function reload(payment: TransactionView): Promise<TransactionView> {
  const view = await findTransactionView(merchant.database, 'all', payment.id)
  if (view === null) throw new Error('the payment has disappeared')
  return view
}

async function reservedMinor(payment: TransactionView): Promise<number> {
  const [row] = await merchant.database.run((db) =>
    db.execute<{ reserved: string }>(
      sql`select reserved_capture_minor as reserved from transactions where id = ${payment.id}`,
    ),
  )
  return Number(row?.reserved)
}

describe('capture: a refusal', () => {
  it.each(['status-400', 'failed-event'] as const)(
    'as %s is shown with the provider’s reason; nothing moves or stays reserved',
    async (as) => {
      const payment = await newPayment()
      await merchant.sandbox.control.addFault({
        match: { operation: 'capture' },
        action: { type: 'refuse', as },
      })
      const result = await capture(captureOf(payment))
      expect(result).toMatchObject({ ok: true, value: { state: 'refused' } })
      if (result.ok) expect(result.value.message).toBeTruthy()
      const after = await reload(payment)
      expect(after.totals.capturedMinor).toBe(0)
      expect(after.status).toBe('authorized')
      expect(await reservedMinor(payment)).toBe(0)
    },
  )

  it('is kept without the characters that no database keeps', async () => {
    const payment = await newPayment()
    const body = { error: { code: 'NOT_NOW', message: 'Not \0now \ud83d' } }
    const action = { type: 'status', status: 400, body } as const
    await merchant.sandbox.control.addFault({ match: { operation: 'capture' }, action })
    expect(await capture(captureOf(payment))).toMatchObject({
      value: { state: 'refused', message: 'Not now \ufffd' },
    })
  })

  it('that no read has confirmed has the payment read soon', async () => {
    const payment = await newPayment()
    const { control } = merchant.sandbox
    await control.addFault({ match: { operation: 'capture' }, action: { type: 'refuse' } })
    const down = { type: 'status', status: 503 } as const
    await control.addFault({ match: { operation: 'read' }, action: down })
    expect(await capture(captureOf(payment))).toMatchObject({ value: { state: 'refused' } })
    expect((await reload(payment)).readAt).toEqual(payment.readAt)
    await rereadPaymentsOnce(merchant.database)
    expect((await reload(payment)).readAt.getTime()).toBeGreaterThan(payment.readAt.getTime())
  })

  it('leaves the way open for another try, which succeeds', async () => {
    const payment = await newPayment()
    await merchant.sandbox.control.addFault({
      match: { operation: 'capture' },
      action: { type: 'refuse' },
    })
    await capture(captureOf(payment))
    expect(await capture(captureOf(await reload(payment)))).toMatchObject({
      value: { state: 'succeeded' },
    })
  })
})

describe('capture: a refusal of an operation that was done', () => {
  it('is not believed: the outcome is open until a read settles it', async () => {
    const payment = await newPayment()
    await merchant.sandbox.control.addFault({
      match: { operation: 'capture' },
      action: { type: 'status', status: 400, when: 'after' },
    })
    const result = await capture(captureOf(payment))
    expect(result).toMatchObject({ ok: true, value: { state: 'unknown' } })
    await repairNow(merchant.database)
    const after = await reload(payment)
    expect(after.operations[0]?.state).toBe('succeeded')
    expect(after.totals.capturedMinor).toBe(payment.totals.authorizedMinor)
  })
})
