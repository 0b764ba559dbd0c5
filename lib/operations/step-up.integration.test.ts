import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { writeSetting } from '@/db/queries/access/organization-settings'
import { proveInSession } from '@/db/queries/access/step-up'
import { operations } from '@/db/schema/operations'
import { sessions } from '@/db/schema/people'
import type { Actor } from '@/lib/domain/access/actor'
import type { StepUpSetting } from '@/lib/domain/access/organization-settings'
import type { AmountChoice } from '@/lib/domain/operation/inputs'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { OppwaMerchant } from '@/testing/oppwa-merchant'
import { setProvedAgo } from '@/testing/prove-in-session'
import { capturePayment } from './capture-payment'
import { chargeAgain, confirmReceipt, payOut } from './free-amount'
import { refundPayment } from './refund-payment'

const PIECE = 1_000_000
const LIMIT: StepUpSetting = { refundLimitsMinor: { NOK: 1000_00 }, topics: [] }
const ASKED = { ok: false, error: { code: 'step_up_required', values: { ways: [] } } }
const DONE = { ok: true, value: { state: 'succeeded' } }

let merchant: TestMerchant
let oppwa: OppwaMerchant
let actor: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  oppwa = await OppwaMerchant.connect(merchant)
})
afterAll(() => merchant.stop())
beforeEach(async () => {
  actor = await merchant.actor('admin')
  const { sessionId: id, userId } = actor
  const expiresAt = sql`now() + interval '1 hour'`
  await merchant.database.run((db) => db.insert(sessions).values({ id, userId, expiresAt }))
  await set(LIMIT)
})

async function set(setting: StepUpSetting): Promise<void> {
  const request = { requestId: randomUUID(), reason: null, actor: null }
  await writeSetting(merchant.owner, 'step_up', setting, request)
}

function proveAgo(seconds: number): Promise<void> {
  return setProvedAgo(merchant.database, actor.sessionId, seconds)
}

function inputOf(payment: TransactionView) {
  const { id: transactionId, currency, moneyRevision: expectedRevision } = payment
  return { operationId: randomUUID(), transactionId, currency, expectedRevision }
}

/** A captured payment: two sweaters of together 1 598,00, and delivery of 99,00. */
async function captured(): Promise<TransactionView> {
  const payment = await merchant.newPayment((reference) =>
    merchant.sandbox.control.createTransaction({
      reference,
      method: 'klarna.klarna',
      items: [
        { line_id: 'a', description: 'Sweater', quantity: 2, amount: 159800, vat: 25 },
        { line_id: 'ship', description: 'Delivery', quantity: 1, amount: 9900, vat: 25 },
      ],
    }),
  )
  const choice = { mode: 'all', amountMinor: payment.amountMinor } as const
  const input = { ...inputOf(payment), choice, label: null }
  expect(await capturePayment(contextOf(merchant.database, actor), input)).toMatchObject(DONE)
  return merchant.reload(payment)
}

function refundInput(payment: TransactionView, choice: AmountChoice) {
  return { ...inputOf(payment), choice, reason: 'Returned', label: null }
}

function refund(input: ReturnType<typeof refundInput>) {
  return refundPayment(contextOf(merchant.database, actor), input)
}

/** The requests to refund that the provider has got. */
async function sends(): Promise<number> {
  const calls = await merchant.sandbox.control.calls()
  return calls.filter(({ method, operation }) => method === 'POST' && operation === 'refund').length
}

function rows(): Promise<number> {
  return merchant.database.run((db) => db.$count(operations))
}

const CHOICES: readonly (readonly [AmountChoice, boolean])[] = [
  [{ mode: 'amount', amountMinor: 1000_00 }, false],
  [{ mode: 'amount', amountMinor: 1000_01 }, true],
  [{ mode: 'all', amountMinor: 1697_00 }, true],
  [
    {
      mode: 'lines',
      amountMinor: 799_00,
      lines: [{ lineId: 'a', quantityMicros: PIECE, amountMinor: null }],
    },
    false,
  ],
  [
    {
      mode: 'lines',
      amountMinor: 1598_00,
      lines: [{ lineId: 'a', quantityMicros: 2 * PIECE, amountMinor: null }],
    },
    true,
  ],
]

it.each(CHOICES)('refund: %j needs a fresh second factor: %s', async (choice, needed) => {
  const input = refundInput(await captured(), choice)
  const [operationsBefore, sendsBefore] = [await rows(), await sends()]
  if (!needed) {
    expect(await refund(input)).toMatchObject(DONE)
    return
  }
  await proveAgo(301)
  expect(await refund(input)).toEqual(ASKED)
  expect([await rows(), await sends()]).toEqual([operationsBefore, sendsBefore])

  // The same request under the same id goes on once the factor is proved, and is sent once.
  await proveAgo(299)
  expect(await refund(input)).toMatchObject(DONE)
  expect([await rows(), await sends()]).toEqual([operationsBefore + 1, sendsBefore + 1])
  await proveAgo(301)
  expect(await refund(input)).toMatchObject(DONE)
  expect(await sends()).toBe(sendsBefore + 1)
})

it('refund: of many at once without a fresh second factor none is started, whatever sum they claim', async () => {
  const payment = await captured()
  const choice = { mode: 'all', amountMinor: payment.totals.capturedMinor } as const
  const input = refundInput(payment, choice)
  const before = [await rows(), await sends()]
  const results = await Promise.all(Array.from({ length: 4 }, () => refund(input)))
  expect(results).toEqual(Array(4).fill(ASKED))
  expect(await refund(refundInput(payment, { ...choice, amountMinor: 100 }))).toMatchObject({
    error: { code: 'stale_page' },
  })
  const lines = [{ lineId: 'a', quantityMicros: 2 * PIECE, amountMinor: null }]
  expect(
    await refund(refundInput(payment, { mode: 'lines', amountMinor: 100, lines })),
  ).toMatchObject({ error: { code: 'lines_differ_from_amount' } })
  expect([await rows(), await sends()]).toEqual(before)
})

it('refund: a session that is fresh helps no other one, and ends with it', async () => {
  const payment = await captured()
  const input = refundInput(payment, { mode: 'amount', amountMinor: 1500_00 })
  const who = {
    userId: actor.userId,
    sessionId: actor.sessionId,
    requestId: randomUUID(),
    address: null,
  }
  expect(await proveInSession(merchant.database, who, 'passkey')).toBe('proved')
  actor = { ...actor, sessionId: randomUUID() }
  expect(await refund(input)).toEqual(ASKED)
  actor = { ...actor, sessionId: who.sessionId }
  await merchant.database.run((db) => db.update(sessions).set({ revokedAt: sql`now()` }))
  expect(await refund(input)).toEqual(ASKED)
})

it('refund: the limit is that of the payment’s currency, and one without a limit is above it', async () => {
  const payment = await captured()
  const choice = { mode: 'amount', amountMinor: 500_00 } as const
  await set({ refundLimitsMinor: { EUR: 1000_00 }, topics: [] })
  expect(await refund(refundInput(payment, choice))).toEqual(ASKED)
  await set({ refundLimitsMinor: { EUR: 1_00, NOK: 500_00 }, topics: [] })
  expect(await refund(refundInput(payment, choice))).toMatchObject(DONE)
})

it('payout and new charge: need a fresh second factor where they are named; a receipt never does', async () => {
  await set({ refundLimitsMinor: {}, topics: ['pay_out', 'charge_again'] })
  const paid = await oppwa.newPayment({ amount: 200_00, isDebit: true, storedCard: true })
  const context = () => contextOf(merchant.database, actor)
  const money = { amountMinor: 50_00, reason: 'Returned' }
  for (const run of [payOut, chargeAgain]) {
    const input = { ...inputOf(await oppwa.reload(paid)), ...money }
    await proveAgo(301)
    expect(await run(context(), input)).toEqual(ASKED)
    await proveAgo(299)
    expect(await run(context(), input)).toMatchObject(DONE)
  }
  await proveAgo(301)
  await set({ refundLimitsMinor: {}, topics: ['people'] })
  const again = { ...inputOf(await oppwa.reload(paid)), ...money }
  expect(await payOut(context(), again)).toMatchObject(DONE)
  await set({ refundLimitsMinor: { NOK: 0 }, topics: ['pay_out', 'charge_again', 'people'] })
  const owed = await oppwa.newPayment({ amount: 200_00, method: 'oppwa.prepayment' })
  expect(await confirmReceipt(context(), { ...inputOf(owed), ...money })).toMatchObject(DONE)
})
