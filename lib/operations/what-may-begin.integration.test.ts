import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertIntent, type Intent } from '@/db/queries/operations/insert-intent'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { OppwaMerchant } from '@/testing/oppwa-merchant'
import { chargeAgain, payOut } from './free-amount'
import { refundPayment } from './refund-payment'
import { writeNote } from './write-note'

const stale = { ok: false, error: { code: 'stale_page' } }

let merchant: TestMerchant
let oppwa: OppwaMerchant
let actor: Actor

beforeAll(async () => {
  merchant = await startTestMerchant('oppwa')
  oppwa = await OppwaMerchant.connect(merchant)
  actor = await merchant.actor('admin')
})
afterAll(() => merchant.stop())

function context() {
  return contextOf(merchant.database, actor)
}

function paidPayment(): Promise<TransactionView> {
  return oppwa.newPayment({ amount: 200_00, isDebit: true, storedCard: true })
}

/** As the dialog of a page that shows `payment` sends it. */
function inputFor({ id, currency, moneyRevision }: TransactionView, amountMinor = 50_00) {
  const envelope = {
    operationId: randomUUID(),
    transactionId: id,
    currency,
    expectedRevision: moneyRevision,
  }
  return { ...envelope, amountMinor, reason: 'Returned' }
}

function refund(payment: TransactionView) {
  const { amountMinor, ...input } = inputFor(payment)
  const choice = { mode: 'amount', amountMinor } as const
  return refundPayment(context(), { ...input, choice, label: null })
}

it.each([
  ['refund', refund],
  ['payout', (payment: TransactionView) => payOut(context(), inputFor(payment))],
  ['charge', (payment: TransactionView) => chargeAgain(context(), inputFor(payment))],
])('a %s that another person has made meanwhile is not made again', async (_, run) => {
  const payment = await paidPayment()
  expect(await run(payment)).toMatchObject({ value: { state: 'succeeded' } })
  expect(await run(payment)).toMatchObject(stale)
  const after = await oppwa.reload(payment)
  expect(after.operations).toHaveLength(1)
  expect(await run(after)).toMatchObject({ value: { state: 'succeeded' } })
})

it.each(['refund', 'pay_out', 'charge_again'] as const)(
  'the database refuses a %s that was decided on before money was moved',
  async (kind) => {
    const payment = await paidPayment()
    await payOut(context(), inputFor(payment))
    expect(await insertIntent(merchant.database, intentOf(kind, payment))).toBe(false)
    const after = await oppwa.reload(payment)
    expect(after.openOperation).toBeNull()
    expect(await insertIntent(merchant.database, intentOf(kind, after))).toBe(true)
  },
)

it('money revision: a note does not make a page stale', async () => {
  const payment = await paidPayment()
  const note = { noteId: randomUUID(), transactionId: payment.id, text: 'Customer called.' }
  expect(await writeNote(context(), note)).toMatchObject({ ok: true })
  expect(await refund(payment)).toMatchObject({ value: { state: 'succeeded' } })
})

it('a request that was delayed for too long starts nothing', async () => {
  const payment = await paidPayment()
  const requestedAt = new Date(Date.now() - LIMITS.operation.startDeadlineMs).toISOString()
  expect(await payOut({ ...context(), requestedAt }, inputFor(payment))).toMatchObject({
    error: { code: 'nothing_started' },
  })
  expect((await oppwa.reload(payment)).operations).toHaveLength(0)
})

function intentOf(kind: OperationKind, payment: TransactionView): Intent {
  const { operationId, transactionId, currency, expectedRevision, amountMinor, reason } =
    inputFor(payment)
  const request = { operationId, transactionId, currency, kind, amountMinor, reason }
  return {
    request: { ...request, lines: [], newItems: null, orderChanges: null },
    attemptId: randomUUID(),
    expectedRevision,
    inputDigest: 'digest',
    reference: operationId,
    ...context(),
  }
}
