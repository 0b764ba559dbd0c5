import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findOperation } from '@/db/queries/operations/find-operation'
import { listTransactions } from '@/db/queries/payment/transactions'
import type { Actor } from '@/lib/domain/access/actor'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { OppwaMerchant } from '@/testing/oppwa-merchant'
import { LONG_AGO_MS, repairNow } from '@/testing/repair-now'
import { chargeAgain, confirmReceipt, payOut } from './free-amount'
import { refundPayment } from './refund-payment'

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

/** The three operations with a payment that allows each, and what the provider calls it. */
const KINDS = [
  { run: chargeAgain, options: { isDebit: true }, word: 'rebill', type: 'RB' },
  { run: payOut, options: { isDebit: true, storedCard: true }, word: 'credit', type: 'CD' },
  { run: confirmReceipt, options: { method: 'oppwa.prepayment' }, word: 'receipt', type: 'RC' },
] as const

function context() {
  return contextOf(merchant.database, ingrid)
}

function inputFor(payment: TransactionView, amountMinor = 25_00) {
  const { id: transactionId, currency, moneyRevision: expectedRevision } = payment
  const envelope = { operationId: randomUUID(), transactionId, currency, expectedRevision }
  return { ...envelope, amountMinor, reason: 'Subscription' }
}

/** Lets repair check at once; `isLate` takes the settle window as passed. */
function repair(isLate = false): Promise<void> {
  return repairNow(merchant.database, { sentAgoMs: isLate ? LONG_AGO_MS : 0 })
}

/** The number of operations that the provider took up. */
async function sends(word: string): Promise<number> {
  const calls = await merchant.sandbox.control.calls()
  return calls.filter(({ method, operation }) => method === 'POST' && operation === word).length
}

describe.each(KINDS)('$word', ({ run, options, word, type }) => {
  it('is done once, under its own reference, with its actor and reason', async () => {
    const payment = await oppwa.newPayment({ amount: 100_00, ...options })
    const input = inputFor(payment)
    const before = await sends(word)
    expect(await run(context(), input)).toMatchObject({ value: { state: 'succeeded' } })
    expect(await sends(word)).toBe(before + 1)
    const [operation] = (await oppwa.reload(payment)).operations
    expect(operation).toMatchObject({ actorName: ingrid.name, reason: 'Subscription' })
    expect(await oppwa.byReference(operation?.reference ?? '')).toMatchObject([
      { type, hundredths: 25_00 },
    ])
  })

  it('is refused with the provider’s reason, and no money moved', async () => {
    const payment = await oppwa.newPayment({ ...options, behaviour: `refuse-${word}` })
    expect(await run(context(), inputFor(payment))).toMatchObject({
      value: { state: 'refused', refusalCode: '800.100.152' },
    })
    expect((await oppwa.reload(payment)).totals).toEqual(payment.totals)
  })

  it('is unknown without a response, and settled by reading alone', async () => {
    const payment = await oppwa.newPayment({ ...options, behaviour: `${word}-timeout` })
    const before = await sends(word)
    const input = inputFor(payment)
    expect(await run(context(), input)).toMatchObject({ value: { state: 'unknown' } })
    await repair()
    expect(await findOperation(merchant.database, 'all', input.operationId)).toMatchObject({
      state: 'succeeded',
      checks: 0,
    })
    expect(await sends(word)).toBe(before + 1)
  })

  it('that never arrived is not sent, but only after the window and a second read', async () => {
    const payment = await oppwa.newPayment(options)
    const match = { operation: word, provider: 'oppwa' }
    await merchant.sandbox.control.addFault({ match, action: { type: 'drop', when: 'before' } })
    const input = inputFor(payment)
    await run(context(), input)
    await repair()
    const state = async () =>
      (await findOperation(merchant.database, 'all', input.operationId))?.state
    expect(await state()).toBe('unknown')
    await repair(true)
    expect(await state()).toBe('unknown')
    await repair()
    expect(await state()).toBe('not_sent')
  })

  it('stays pending until the report says that it is done', async () => {
    await oppwa.setSettings({ pendingMs: 200 })
    const payment = await oppwa.newPayment({ ...options, behaviour: `${word}-202` })
    const input = inputFor(payment)
    expect(await run(context(), input)).toMatchObject({ value: { state: 'pending' } })
    await expect
      .poll(async () => {
        await repair()
        return (await findOperation(merchant.database, 'all', input.operationId))?.state
      })
      .toBe('succeeded')
  })

  it('is one operation however often it is clicked, and locks the payment meanwhile', async () => {
    await oppwa.setSettings({ pendingMs: 60_000 })
    const payment = await oppwa.newPayment({ ...options, behaviour: `${word}-202` })
    const before = await sends(word)
    const input = inputFor(payment)
    for (const result of await Promise.all([input, input].map((one) => run(context(), one)))) {
      expect(result).toMatchObject({ ok: true, value: { id: input.operationId } })
    }
    expect(await run(context(), inputFor(payment, 10_00))).toMatchObject({
      error: { code: 'operation_open', values: { actor: ingrid.name } },
    })
    expect(await sends(word)).toBe(before + 1)
  })

  it('is never more than the payment allows', async () => {
    const payment = await oppwa.newPayment({ amount: 100_00, ...options })
    const before = await sends(word)
    expect(await run(context(), inputFor(payment, 100_01))).toMatchObject({
      error: { code: 'amount_exceeds_left' },
    })
    expect(await sends(word)).toBe(before)
  })
})

describe('standalone operations: the figures', () => {
  it('a second charge is new money, which can be refunded too', async () => {
    const payment = await oppwa.newPayment({ amount: 100_00, isDebit: true })
    await chargeAgain(context(), inputFor(payment, 40_00))
    const after = await oppwa.reload(payment)
    expect(after.totals).toMatchObject({ authorizedMinor: 140_00, capturedMinor: 140_00 })
    const choice = { mode: 'amount', amountMinor: 40_00 } as const
    const input = { ...inputFor(after), choice, label: null }
    expect(await refundPayment(context(), input)).toMatchObject({ value: { state: 'succeeded' } })
    const entries = await oppwa.entries(payment)
    const rebill = entries.find(({ type }) => type === 'RB')
    expect(entries.at(-1)).toMatchObject({ type: 'RF', referencedId: rebill?.id })
  })

  it('a payout leaves them alone and is a payment of its own at the provider', async () => {
    const options = { amount: 100_00, isDebit: true, storedCard: true }
    const payment = await oppwa.newPayment(options)
    await payOut(context(), inputFor(payment))
    await oppwa.importAll()
    const after = await oppwa.reload(payment)
    expect(after.totals).toEqual(payment.totals)
    expect(after.events).toHaveLength(1)
    const [operation] = after.operations
    const [credit] = await oppwa.byReference(operation?.reference ?? '')
    expect(operation).toMatchObject({ kind: 'pay_out', state: 'succeeded' })
    expect(credit?.id).toBe(credit?.rootId)
    const { rows } = await listTransactions(merchant.database, {
      scope: 'all',
      search: credit?.id ?? '',
    })
    const ofItsOwn = await oppwa.reload({ id: rows[0]?.id ?? '' })
    expect(ofItsOwn).toMatchObject({ providerTransactionId: credit?.id, status: 'refunded' })
    expect(await payOut(context(), inputFor(ofItsOwn, 1_00))).toMatchObject({
      error: { code: 'not_allowed', values: { denialReason: 'no_stored_card' } },
    })
  })

  it('a receipt is captured money, and the rest is still to come', async () => {
    const payment = await oppwa.newPayment({ amount: 100_00, method: 'oppwa.prepayment' })
    await confirmReceipt(context(), inputFor(payment, 40_00))
    const after = await oppwa.reload(payment)
    expect(after.status).toBe('partially_captured')
    expect(await confirmReceipt(context(), inputFor(after, 60_01))).toMatchObject({ ok: false })
    expect(await confirmReceipt(context(), inputFor(after, 60_00))).toMatchObject({ ok: true })
    expect((await oppwa.reload(payment)).status).toBe('captured')
  })
})

describe('standalone operations: the conditions', () => {
  it.each([
    ['another charge of a capture', chargeAgain, { status: 'CAPTURED' }, 'not_charged_at_once'],
    ['a payout without a stored card', payOut, { isDebit: true }, 'no_stored_card'],
    ['a payout before any charge', payOut, { storedCard: true }, 'never_charged'],
    ['a receipt of a card', confirmReceipt, {}, 'not_offered'],
  ] as const)('%s starts nothing', async (_, run, options, denialReason) => {
    const payment = await oppwa.newPayment(options)
    expect(await run(context(), inputFor(payment))).toMatchObject({
      error: { code: 'not_allowed', values: { denialReason } },
    })
    expect((await oppwa.reload(payment)).operations).toEqual([])
  })
})
