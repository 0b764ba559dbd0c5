import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listConnections } from '@/db/queries/sync/connections'
import { connectAccount } from '@/lib/connections/connect-account'
import type { Actor } from '@/lib/domain/access/actor'
import { heldMinor, refundableMinor } from '@/lib/domain/payment/transaction'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { DEMO_TOKEN, SECOND_ENTITY } from '@/sandbox/oppwa/channels'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { OppwaMerchant } from '@/testing/oppwa-merchant'
import { LONG_AGO_MS, repairNow } from '@/testing/repair-now'
import { capturePayment } from './capture-payment'
import { refundPayment } from './refund-payment'
import { voidPayment } from './void-payment'

let merchant: TestMerchant
let oppwa: OppwaMerchant
let ingrid: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  oppwa = await OppwaMerchant.connect(merchant)
  ingrid = await merchant.actor('admin')
})
afterAll(() => merchant.stop())
beforeEach(async () => {
  await merchant.sandbox.control.clearFaults()
})

function inputFor({ id, currency, moneyRevision }: TransactionView) {
  return { operationId: randomUUID(), transactionId: id, currency, expectedRevision: moneyRevision }
}

function context() {
  return contextOf(merchant.database, ingrid)
}

function capture(payment: TransactionView, amountMinor = heldMinor(payment.totals)) {
  const choice = { mode: 'amount', amountMinor } as const
  return capturePayment(context(), { ...inputFor(payment), choice, label: null })
}

function refund(payment: TransactionView, amountMinor = refundableMinor(payment.totals)) {
  const choice = { mode: 'amount', amountMinor } as const
  return refundPayment(context(), { ...inputFor(payment), choice, reason: 'Returned', label: null })
}

function release(payment: TransactionView) {
  const amountMinor = heldMinor(payment.totals)
  return voidPayment(context(), { ...inputFor(payment), amountMinor, reason: 'Out of stock' })
}

/** Lets repair check at once; `isLate` takes the settle window as passed. */
function repair(isLate = false): Promise<void> {
  return repairNow(merchant.database, { sentAgoMs: isLate ? LONG_AGO_MS : 0 })
}

const done = { ok: true, value: { state: 'succeeded' } }

describe('the Open Payment Platform through the use cases', () => {
  it('captures a part, then the rest, each with a reference of its own', async () => {
    const payment = await oppwa.newPayment({ amount: 100_00 })
    expect(await capture(payment, 40_00)).toMatchObject(done)
    const between = await oppwa.reload(payment)
    expect(between.status).toBe('partially_captured')
    expect(await capture(between)).toMatchObject(done)
    const after = await oppwa.reload(payment)
    expect(after.status).toBe('captured')
    const captures = (await oppwa.entries(payment)).filter(({ type }) => type === 'CP')
    expect(captures.map(({ hundredths }) => hundredths)).toEqual([40_00, 60_00])
    expect(new Set(captures.map((one) => one.merchantTransactionId)).size).toBe(2)
    const references = after.operations.map(({ reference }) => reference)
    expect(references.toSorted()).toEqual(
      captures.map((one) => one.merchantTransactionId).toSorted(),
    )
    expect(captures[0]?.merchantInvoiceId).toBe(payment.orderReference)
  })

  it('refunds the capture that has enough left, and never the authorization', async () => {
    const payment = await oppwa.newPayment({ amount: 100_00 })
    await capture(payment, 30_00)
    await capture(await oppwa.reload(payment), 70_00)
    expect(await refund(await oppwa.reload(payment), 60_00)).toMatchObject(done)
    expect(await refund(await oppwa.reload(payment), 30_00)).toMatchObject(done)
    const entries = await oppwa.entries(payment)
    const [small, large] = entries.filter(({ type }) => type === 'CP')
    const refunds = entries.filter(({ type }) => type === 'RF')
    expect(refunds.map(({ referencedId }) => referencedId)).toEqual([large?.id, small?.id])
    expect((await oppwa.reload(payment)).totals).toMatchObject({ refundedMinor: 90_00 })
  })

  it('says to refund in steps what no single capture has left', async () => {
    const payment = await oppwa.newPayment({ amount: 100_00 })
    await capture(payment, 50_00)
    await capture(await oppwa.reload(payment), 50_00)
    expect(await refund(await oppwa.reload(payment), 80_00)).toMatchObject({
      error: { code: 'refund_exceeds_charge', values: { largestMinor: 50_00, currency: 'EUR' } },
    })
    for (const state of ['succeeded', 'succeeded', 'not_sent'] as const) {
      const result = await refund(await oppwa.reload(payment), 30_00)
      expect(result).toMatchObject({ value: { state } })
    }
    const [last] = (await oppwa.reload(payment)).operations
    const values = { largest: '20.00 EUR' }
    expect(last?.message).toEqual({ code: 'several_captures', values })
  })

  it('voids everything without sending an amount', async () => {
    const payment = await oppwa.newPayment()
    expect(await release(payment)).toMatchObject(done)
    expect((await oppwa.reload(payment)).status).toBe('voided')
    const calls = await merchant.sandbox.control.calls()
    expect(calls.findLast(({ operation }) => operation === 'void')?.amountMinor).toBeUndefined()
  })

  it('voids the rest after a capture, or shows the refusal of an account that cannot', async () => {
    const payment = await oppwa.newPayment({ amount: 100_00 })
    await capture(payment, 40_00)
    expect(await release(await oppwa.reload(payment))).toMatchObject(done)
    expect((await oppwa.reload(payment)).totals).toMatchObject({ releasedMinor: 60_00 })

    await oppwa.setSettings({ reversalAfterCapture: 'refuse' })
    const other = await oppwa.newPayment({ amount: 100_00 })
    await capture(other, 40_00)
    expect(await release(await oppwa.reload(other))).toMatchObject({
      value: { state: 'refused', refusalCode: '700.400.300' },
    })
    await oppwa.setSettings({ reversalAfterCapture: 'release' })
  })

  it('shows a refusal in words, and the payment as it stands', async () => {
    const payment = await oppwa.newPayment({ behaviour: 'refuse-capture' })
    const result = await capture(payment)
    expect(result).toMatchObject({ value: { state: 'refused', refusalCode: '800.100.152' } })
    if (result.ok) expect(result.value.message).toBe('Declined by the authorization system')
    const after = await oppwa.reload(payment)
    expect(after.events.at(-1)).toMatchObject({ providerKind: 'CP', state: 'failed' })
    expect(after.totals.capturedMinor).toBe(0)
  })

  it.each(['drop', 'reset-mid-body'] as const)(
    'finds a capture without a response (%s) by its reference',
    async (type) => {
      const payment = await oppwa.newPayment()
      const match = { operation: 'capture', provider: 'oppwa' }
      const action =
        type === 'drop' ? ({ type, when: 'after' } as const) : ({ type: 'reset-mid-body' } as const)
      await merchant.sandbox.control.addFault({ match, action })
      expect(await capture(payment)).toMatchObject({ value: { state: 'unknown' } })
      await repair()
      expect(await oppwa.reload(payment)).toMatchObject({
        status: 'captured',
        operations: [{ state: 'succeeded' }],
      })
    },
  )

  it('takes a capture that never arrived for not sent, but only after both reports and the window', async () => {
    const payment = await oppwa.newPayment()
    const match = { operation: 'capture', provider: 'oppwa' }
    await merchant.sandbox.control.addFault({ match, action: { type: 'drop', when: 'before' } })
    await capture(payment)
    await repair()
    await repair()
    expect((await oppwa.reload(payment)).operations[0]?.state).toBe('unknown')
    await repair(true)
    expect((await oppwa.reload(payment)).operations[0]?.state).toBe('unknown')
    await repair()
    expect((await oppwa.reload(payment)).operations[0]?.state).toBe('not_sent')
    const finds = (await merchant.sandbox.control.calls()).filter((one) => one.operation === 'find')
    expect(finds.length).toBeGreaterThanOrEqual(3)
  })

  it.each([
    ['amount', { amount: 99_99 }],
    ['currency', { currency: 'SEK' }],
    ['id', { id: '' }],
    ['result code', { status: '000.500.000' }],
  ])('does not believe an answer with another %s; reading settles it', async (_, set) => {
    const payment = await oppwa.newPayment({ amount: 100_00 })
    const match = { operation: 'capture', provider: 'oppwa' }
    await merchant.sandbox.control.addFault({ match, action: { type: 'alter', set } })
    expect(await capture(payment)).toMatchObject({ value: { state: 'unknown' } })
    await repair()
    expect((await oppwa.reload(payment)).operations[0]?.state).toBe('succeeded')
  })

  it('leaves an amount that the report contradicts to people', async () => {
    const payment = await oppwa.newPayment({ amount: 100_00 })
    const capturing = { operation: 'capture', provider: 'oppwa' }
    const reading = { operation: 'read', provider: 'oppwa' }
    await merchant.sandbox.control.addFault({ match: capturing, action: { type: 'drop' } })
    await capture(payment)
    const set = { amount: 50_00 }
    await merchant.sandbox.control.addFault({ match: reading, action: { type: 'alter', set } })
    await repair()
    expect((await oppwa.reload(payment)).operations[0]?.state).toBe('needs_review')
  })

  it('keeps an asynchronous refund pending until the report says that it is done', async () => {
    await oppwa.setSettings({ pendingMs: 300 })
    const payment = await oppwa.newPayment({
      method: 'oppwa.knet',
      currency: 'KWD',
      isDebit: true,
      amount: 12_50,
    })
    expect(payment.totals.capturedMinor).toBe(12_500)
    expect(await refund(payment)).toMatchObject({ value: { state: 'pending' } })
    await expect
      .poll(async () => (await oppwa.entries(payment)).at(-1)?.code, { timeout: 5_000 })
      .toBe('000.100.110')
    await repair()
    expect(await oppwa.reload(payment)).toMatchObject({
      status: 'refunded',
      operations: [{ state: 'succeeded' }],
    })
  })

  it('is done and not forgotten when a report lags behind', async () => {
    const payment = await oppwa.newPayment({ amount: 100_00 })
    const match = { operation: 'capture', provider: 'oppwa' }
    await merchant.sandbox.control.addFault({ match, action: { type: 'lag', ms: 1_500 } })
    expect(await capture(payment, 30_00)).toMatchObject(done)
    expect(await capture(await oppwa.reload(payment), 20_00)).toMatchObject({
      value: { state: 'pending' },
    })
    await new Promise((resolve) => setTimeout(resolve, 1_600))
    await repair()
    expect((await oppwa.reload(payment)).totals.capturedMinor).toBe(50_00)
  })

  it('known defect 28: a double click is one operation', async () => {
    const payment = await oppwa.newPayment({ amount: 100_00 })
    const input = { ...inputFor(payment), label: null }
    const choice = { mode: 'amount', amountMinor: 40_00 } as const
    const clicks = [0, 1].map(() => capturePayment(context(), { ...input, choice }))
    for (const result of await Promise.all(clicks)) {
      expect(result).toMatchObject({ ok: true, value: { id: input.operationId } })
    }
    expect(await oppwa.entries(payment)).toHaveLength(2)
  })

  it.each([
    ['before', { state: 'needs_review', message: { code: 'changed_unexplained' } }],
    ['after', { state: 'refused' }],
  ] as const)(
    'gives a capture to people only where nothing tells of it and a colleague did the same: lost %s',
    async (when, found) => {
      const payment = await oppwa.newPayment({ amount: 100_00 })
      await oppwa.actInPortal(payment, { operation: 'capture' })
      const match = { operation: 'capture', provider: 'oppwa' }
      await merchant.sandbox.control.addFault({ match, action: { type: 'drop', when } })
      expect(await capture(payment)).toMatchObject({ value: { state: 'unknown' } })
      await repair(true)
      await repair()
      expect((await oppwa.reload(payment)).operations[0]).toMatchObject(found)
    },
  )

  it('follows what a person did in the portal', async () => {
    const payment = await oppwa.newPayment({ amount: 100_00 })
    await oppwa.actInPortal(payment, { operation: 'capture', amount: 25_00 })
    expect(await capture(payment, 75_00)).toMatchObject(done)
    expect((await oppwa.reload(payment)).totals.capturedMinor).toBe(100_00)
  })
})

describe('connecting an account of the Open Payment Platform', () => {
  it.each([
    ['a wrong token', { accessToken: 'wrong' }, {}, 'unauthorized', 'access token'],
    ['a setting that is malformed', { webhookKey: 'secret' }, {}, 'malformed_secret', 'webhookKey'],
    ['an unknown setting', { captures: 1 }, {}, 'malformed_secret', 'captures'],
    ['another host', {}, { baseUrl: 'https://oppwa.example.com' }, 'wrong_account', 'own hosts'],
    [
      'a live host for a test account',
      {},
      { baseUrl: 'https://oppwa.com' },
      'wrong_account',
      'live host',
    ],
    ['another merchant’s entity', {}, { accountId: 'a'.repeat(32) }, 'unauthorized', 'channel'],
  ])('stores nothing with %s, and says so', async (_, settings, change, code, words) => {
    const before = await listConnections(merchant.database)
    const secret = { accessToken: DEMO_TOKEN, environment: 'test', ...settings }
    const result = await connectAccount(merchant.owner, {
      provider: 'oppwa',
      name: 'Half-way',
      accountId: SECOND_ENTITY,
      baseUrl: `${merchant.sandbox.url}/oppwa`,
      ...change,
      secret,
    })
    expect(result).toMatchObject({ ok: false, error: { code } })
    if (!result.ok) expect(result.error.message).toContain(words)
    expect(await listConnections(merchant.database)).toEqual(before)
  })
})

it('Open Payment Platform: an uncertain result of a capture stays unknown, never accepted (E6)', async () => {
  const payment = await oppwa.newPayment({ amount: 100_00, behaviour: 'capture-uncertain' })
  expect(await capture(payment)).toMatchObject({ value: { state: 'unknown' } })
  for (const isLate of [false, true]) {
    await repair(isLate)
    const { operations, events } = await oppwa.reload(payment)
    expect(operations[0]).toMatchObject({ state: 'unknown' })
    expect(events.at(-1)).toMatchObject({ state: 'unknown', error: { code: '900.100.300' } })
  }
})
