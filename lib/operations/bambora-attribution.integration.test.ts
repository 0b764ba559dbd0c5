import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { BY_ACQUIRER, failureBody, success } from '@/sandbox/bambora-checkout/meta'
import { operationTree } from '@/sandbox/bambora-checkout/read/transaction-view'
import { DEFAULT_SETTINGS } from '@/sandbox/bambora-checkout/settings'
import { amount, BamboraCheckoutMerchant } from '@/testing/bambora-checkout-merchant'
import { repairNow } from '@/testing/repair-now'

let shop: BamboraCheckoutMerchant

beforeAll(async () => {
  shop = await BamboraCheckoutMerchant.open()
})
afterAll(() => shop.merchant.stop())
beforeEach(async () => {
  await shop.merchant.sandbox.control.clearFaults()
  await shop.control.setSettings(DEFAULT_SETTINGS)
})

const lost = { type: 'drop', when: 'before' } as const
const refusedAfterEffect = {
  type: 'status',
  status: 200,
  when: 'after',
  body: failureBody(BY_ACQUIRER),
} as const

describe('Bambora Checkout: a refusal after a colleague acted in the portal (F3)', () => {
  it.each([
    ['captures the same sum', { operation: 'capture', amount: 5000 }, '50.00 DKK'],
    ['captures everything', { operation: 'capture' }, '125.50 DKK'],
    ['voids', { operation: 'void' }, '125.50 DKK'],
  ] as const)('stays a refusal where the colleague %s, and tells it', async (_, act, sum) => {
    const payment = await shop.newPayment()
    await shop.control.actInPortal(payment.providerTransactionId, act)
    if ('amount' in act) await shop.fault('capture', { type: 'refuse' })
    expect(await shop.capture(payment, amount(5000))).toMatchObject({
      value: {
        state: 'refused',
        message: { code: 'refused_with_change', values: { kind: act.operation, sum } },
      },
    })
    const after = await shop.reload(payment)
    expect(after.events.filter(({ operationId }) => operationId !== null)).toEqual([])
    expect(after.outsideChange).toMatchObject({ kind: act.operation })
  })

  it('names the user that the provider names', async () => {
    const payment = await shop.newPayment()
    await shop.control.actInPortal(payment.providerTransactionId, {
      operation: 'void',
      apiUser: 'Kari@Example.com',
    })
    expect(await shop.capture(payment, amount(5000))).toMatchObject({
      value: { state: 'refused', message: { values: { by: 'kari@example.com' } } },
    })
  })

  it('goes to people with both facts where the history names no user', async () => {
    await shop.control.setSettings({ namesUsers: 'absent' })
    const payment = await shop.newPayment()
    await shop.fault('capture', refusedAfterEffect)
    expect(await shop.capture(payment, amount(5000))).toMatchObject({ value: { state: 'unknown' } })
    await shop.repair()
    expect((await shop.reload(payment)).operations[0]).toMatchObject({
      state: 'needs_review',
      message: { code: 'refused_or_done', values: { sum: '50.00 DKK' } },
    })
  })
})

describe('Bambora Checkout: a lost refund and one of the same sum in the portal (F4)', () => {
  it.each(['named', 'null', 'absent'] as const)(
    'is never booked as ours; people see both facts, users being %s',
    async (namesUsers) => {
      await shop.control.setSettings({ namesUsers })
      const payment = await shop.newPayment({ captured: 12_550 })
      await shop.fault('credit', lost)
      expect(await shop.refund(payment, amount(2500))).toMatchObject({
        value: { state: 'unknown' },
      })
      await shop.control.actInPortal(payment.providerTransactionId, {
        operation: 'refund',
        amount: 2500,
      })
      await shop.repair()
      await shop.repair()
      const after = await shop.reload(payment)
      expect(after.operations[0]).toMatchObject({
        state: 'needs_review',
        message: {
          code: namesUsers === 'absent' ? 'ours_or_anothers' : 'lost_beside_change',
          values: { kind: 'refund', sum: '25.00 DKK' },
        },
      })
      expect(after.events.filter(({ operationId }) => operationId !== null)).toEqual([])
    },
  )

  it('is ours where both were made and the provider names our user', async () => {
    const payment = await shop.newPayment({ captured: 12_550 })
    await shop.fault('credit', { type: 'drop', when: 'after' })
    expect(await shop.refund(payment, amount(2500))).toMatchObject({ value: { state: 'unknown' } })
    await shop.control.actInPortal(payment.providerTransactionId, {
      operation: 'refund',
      amount: 2500,
    })
    await shop.repair()
    const after = await shop.reload(payment)
    expect(after.operations[0]?.state).toBe('succeeded')
    expect(after.totals.refundedMinor).toBe(5000)
  })
})

describe('Bambora Checkout: a pending operation that fails and vanishes (F5)', () => {
  it.each(['capture', 'refund'] as const)('%s: was not done, as the totals prove', async (kind) => {
    await shop.control.setSettings({ failedPending: 'vanishes' })
    const payment = await shop.newPayment(kind === 'refund' ? { captured: 12_550 } : {})
    await shop.fault(kind === 'refund' ? 'credit' : 'capture', {
      type: 'accepted',
      closeAfterMs: 200,
      closeAs: 'refused',
    })
    expect(await shop[kind](payment, amount(5000))).toMatchObject({ value: { state: 'pending' } })
    await new Promise((resolve) => setTimeout(resolve, 400))
    await shop.repair()
    expect((await shop.reload(payment)).operations[0]?.state).toBe('pending')
    await shop.repair()
    const after = await shop.reload(payment)
    expect(after.operations[0]).toMatchObject({ state: 'refused', message: { code: 'vanished' } })
    expect(after.totals).toEqual(payment.totals)
    expect(await shop[kind](after, amount(5000))).toMatchObject({ value: { state: 'succeeded' } })
    expect((await shop.reload(payment)).events.map(({ state }) => state)).toContain('failed')
  })
})

describe('Bambora Checkout: a pending operation that the history does not show yet', () => {
  /** The next two reads, ours of the answer and repair's, have the history as it is now. */
  async function holdHistory(payment: TransactionView): Promise<void> {
    const settings = await shop.control.setSettings({ idTwins: false })
    const entry = await shop.control.payment(payment.providerTransactionId)
    const { body } = success(settings, { transactionoperations: operationTree(entry, settings) })
    const match = { provider: 'bambora-checkout', operation: 'history' }
    const action = { type: 'status', status: 200, body } as const
    await shop.merchant.sandbox.control.addFault({ match, action, times: 2 })
  }

  it.each([
    ['capture', 'capture'],
    ['refund', 'credit'],
    ['void', 'delete'],
  ] as const)('%s: waits for it, although sums may have moved already', async (kind, call) => {
    const payment = await shop.newPayment(kind === 'refund' ? { captured: 12_550 } : {})
    await holdHistory(payment)
    await shop.fault(call, { type: 'accepted', closeAfterMs: 2_000 })
    const sent = kind === 'void' ? shop.release(payment) : shop[kind](payment, amount(5000))
    expect(await sent).toMatchObject({ value: { state: 'unknown' } })
    await repairNow(shop.merchant.database)
    expect((await shop.reload(payment)).operations[0]?.state).toBe('unknown')
    await new Promise((resolve) => setTimeout(resolve, 2_200))
    await repairNow(shop.merchant.database)
    expect((await shop.reload(payment)).operations[0]?.state).toBe('succeeded')
  })
})

it('Bambora Checkout: a declined payment is shown as declined, whatever is summed (F6)', async () => {
  await shop.control.setSettings({ authorizedOfDeclined: 'asked' })
  const payment = await shop.newPayment({ status: 'declined' })
  expect(payment).toMatchObject({
    status: 'declined',
    amountMinor: 12_550,
    totals: { authorizedMinor: 0, releasedMinor: 0 },
  })
})
