import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findTransactionView, listTransactions } from '@/db/queries/payment/transactions'
import { listConnections, type ConnectionRecord } from '@/db/queries/sync/connections'
import { checkConnection } from '@/lib/connections/check-connection'
import { connectAccount } from '@/lib/connections/connect-account'
import type { Actor } from '@/lib/domain/access/actor'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { importAllConnections } from '@/lib/sync/import-all-connections'
import { importByName } from '@/lib/sync/import-by-name'
import type { PaymentTotals } from '@/sandbox/bambora-native/control/list-totals'
import { DEFAULT_SETTINGS, type Settings } from '@/sandbox/bambora-native/settings'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { LONG_AGO_MS, repairNow } from '@/testing/repair-now'
import { capturePayment } from './capture-payment'
import { refundPayment } from './refund-payment'
import { voidPayment } from './void-payment'

const done = { ok: true, value: { state: 'succeeded' } }
let merchant: TestMerchant
let connection: ConnectionRecord
let ingrid: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  ingrid = await merchant.actor('admin')
  const all = await listConnections(merchant.database)
  const own = all.find(({ provider }) => provider === 'bambora-native')
  if (own === undefined) throw new Error('the demo has no connection to Bambora Native')
  connection = own
})
afterAll(() => merchant.stop())
beforeEach(async () => {
  await merchant.sandbox.control.clearFaults()
  await set(DEFAULT_SETTINGS)
})

function set(settings: Partial<Settings>): Promise<unknown> {
  return merchant.sandbox.control.call('PUT', 'bambora-native/settings', settings)
}

async function createPayment(options: object = {}): Promise<string> {
  const path = 'bambora-native/transactions'
  const { id } = await merchant.sandbox.control.call<{ id: string }>('POST', path, options)
  return id
}

async function newPayment(options: object = {}): Promise<TransactionView> {
  const reference = await createPayment(options)
  const report = await importByName(merchant.database, connection.name, [reference])
  expect(report).toMatchObject({
    ok: true,
    value: { read: 1, written: 1, malformed: 0 },
  })
  const filter = { scope: 'all', statuses: [], search: reference, cursor: null } as const
  const { rows } = await listTransactions(merchant.database, filter)
  return reload({ id: rows[0]?.id ?? '' })
}

async function reload(payment: { readonly id: string }): Promise<TransactionView> {
  const view = await findTransactionView(merchant.database, 'all', payment.id)
  if (view === null) throw new Error('there is no such payment')
  return view
}

async function truth({ providerTransactionId }: TransactionView) {
  const path = 'bambora-native/totals'
  const all = await merchant.sandbox.control.call<PaymentTotals[]>('GET', path)
  return all.find(({ id }) => id === providerTransactionId)
}

function context() {
  return contextOf(merchant.database, ingrid)
}

function inputFor({ id, currency, moneyRevision }: TransactionView) {
  return { operationId: randomUUID(), transactionId: id, currency, expectedRevision: moneyRevision }
}

function capture(payment: TransactionView, amountMinor: number) {
  const choice = { mode: 'amount', amountMinor } as const
  return capturePayment(context(), { ...inputFor(payment), choice, label: null })
}

function refund(payment: TransactionView, amountMinor: number) {
  const choice = { mode: 'amount', amountMinor } as const
  const rest = { reason: 'Returned mug', label: 'RET-1' }
  return refundPayment(context(), { ...inputFor(payment), choice, ...rest })
}

function release(payment: TransactionView) {
  const rest = { amountMinor: payment.totals.authorizedMinor, reason: 'Out of stock' }
  return voidPayment(context(), { ...inputFor(payment), ...rest })
}

/** As if the settle window had passed since. */
function repairLater(): Promise<void> {
  return repairNow(merchant.database, { sentAgoMs: LONG_AGO_MS })
}

function loseNext(operation: string, when: 'before' | 'after'): Promise<unknown> {
  const match = { provider: 'bambora-native', operation }
  return merchant.sandbox.control.addFault({ match, action: { type: 'drop', when } })
}

describe('Bambora Native: import by reference', () => {
  it('brings payments in once, and reports those that are unknown', async () => {
    const references = [await createPayment(), 'no such order', await createPayment()]
    const first = await importByName(merchant.database, connection.name, references)
    expect(first).toMatchObject({
      ok: true,
      value: {
        read: 3,
        written: 2,
        malformed: 1,
        problems: [{ providerTransactionId: 'no such order' }],
      },
    })
    await importByName(merchant.database, connection.name, references)
    const filter = {
      scope: 'all',
      statuses: [],
      search: references[0] ?? '',
      cursor: null,
    } as const
    expect((await listTransactions(merchant.database, filter)).rows).toHaveLength(1)
  })

  it('says when there is no such connection, or no way to read', async () => {
    expect(await importByName(merchant.database, 'Nobody', ['a'])).toMatchObject({
      error: { code: 'not_found' },
    })
    await merchant.sandbox.control.addFault({
      match: { operation: 'read' },
      action: { type: 'status', status: 503 },
    })
    expect(await importByName(merchant.database, connection.name, ['a'])).toMatchObject({
      error: { code: 'unavailable' },
    })
  })

  it('is not needed for the others: an import of all leaves out who has no list', async () => {
    const names: string[] = []
    await importAllConnections(merchant.database, { onProgress: (name) => names.push(name) })
    expect(names).not.toContain(connection.name)
  })
})

describe('Bambora Native: operations', () => {
  it('capture everything, then refund twice', async () => {
    const payment = await newPayment({ amount: 50_000, card: 'VISA' })
    expect(await capture(payment, 50_000)).toMatchObject(done)
    expect(await refund(await reload(payment), 2_500)).toMatchObject(done)
    expect(await refund(await reload(payment), 47_500)).toMatchObject(done)
    const after = await reload(payment)
    expect(after).toMatchObject({ status: 'refunded', method: 'card.visa' })
    expect(await truth(payment)).toMatchObject({
      captured: 50_000,
      refunded: 50_000,
      operations: [
        {},
        { reference: expect.stringMatching(/^RET-1 pd-[0-9a-f]{32} – Returned mug$/) as string },
        {},
      ],
    })
    expect(after.events.map(({ reference }) => reference?.slice(0, 9))).toEqual([
      ...[undefined, expect.stringMatching(/^pd-/), 'RET-1 pd-', 'RET-1 pd-'],
    ])
  })

  it('capture a part; a second capture is refused in the provider’s words', async () => {
    const payment = await newPayment()
    expect(await capture(payment, 60_000)).toMatchObject(done)
    const between = await reload(payment)
    expect(between.status).toBe('partially_captured')
    expect(await capture(between, 40_000)).toMatchObject({
      value: { state: 'refused', refusalCode: 'invalid_payment_state_transition' },
    })
    expect(await release(between)).toMatchObject({ error: { code: 'not_allowed' } })
    expect(await truth(payment)).toMatchObject({ captured: 60_000, captures: 1 })
  })

  it('capture the rest where the account can', async () => {
    await set({ furtherCaptures: 'accept' })
    const payment = await newPayment()
    await capture(payment, 60_000)
    expect(await capture(await reload(payment), 40_000)).toMatchObject(done)
    expect((await reload(payment)).status).toBe('captured')
  })

  it('void', async () => {
    const payment = await newPayment()
    expect(await release(payment)).toMatchObject(done)
    expect(await reload(payment)).toMatchObject({ status: 'voided', providerStatus: 'Canceled' })
  })

  it('refused by the acquirer says why', async () => {
    const payment = await newPayment({ behaviour: 'refuse-capture' })
    expect(await capture(payment, 100_000)).toMatchObject({
      value: { state: 'refused', refusalCode: 'cannot_capture', message: 'Cannot capture.' },
    })
    expect((await reload(payment)).totals.capturedMinor).toBe(0)
  })
})

describe('Bambora Native: no response', () => {
  it.each(['capture', 'refund', 'cancel'] as const)(
    'of a %s that was done is found by its comment',
    async (operation) => {
      const payment = await newPayment({
        status: operation === 'refund' ? 'Captured' : 'Authorized',
      })
      await loseNext(operation, 'after')
      const ask = {
        capture: () => capture(payment, 500),
        refund: () => refund(payment, 500),
        cancel: () => release(payment),
      }
      expect(await ask[operation]()).toMatchObject({ value: { state: 'unknown' } })
      await repairLater()
      const after = await reload(payment)
      expect(after.operations).toMatchObject([{ state: 'succeeded' }])
      const counts = await truth(payment)
      expect(
        (counts?.operations ?? []).filter(({ createdBy }) => createdBy === 'api').at(-1),
      ).toMatchObject({ success: true })
    },
  )

  it('of a capture that never arrived is not sent, after two reads', async () => {
    const payment = await newPayment()
    await loseNext('capture', 'before')
    expect(await capture(payment, 500)).toMatchObject({ value: { state: 'unknown' } })
    await repairLater()
    expect((await reload(payment)).operations).toMatchObject([{ state: 'unknown' }])
    await repairLater()
    expect((await reload(payment)).operations).toMatchObject([{ state: 'not_sent' }])
  })

  it('of a capture whose comment does not come back is known by the totals', async () => {
    await set({ echoesComment: false })
    const payment = await newPayment()
    await loseNext('capture', 'after')
    expect(await capture(payment, 500)).toMatchObject({ value: { state: 'unknown' } })
    await repairLater()
    expect((await reload(payment)).operations).toMatchObject([{ state: 'succeeded' }])
    expect(await truth(payment)).toMatchObject({ captures: 1 })
  })

  it('of a refund where refunds are never listed goes to people, and is not called undone', async () => {
    await set({ shape: 'captures' })
    const payment = await newPayment({ status: 'Captured' })
    await loseNext('refund', 'after')
    expect(await refund(payment, 500)).toMatchObject({ value: { state: 'unknown' } })
    await repairLater()
    const after = await reload(payment)
    expect(after.operations).toMatchObject([{ state: 'needs_review' }])
    expect(after.operations[0]?.message).toEqual({ code: 'never_told' })
  })
})

describe('Bambora Native: a provider that names no refunds', () => {
  it.each(['Captured', 'Refunded'] as const)(
    'refunds made here count, and no more than the rest is offered, in state %s (F1)',
    async (stateAfterPartRefund) => {
      await set({ shape: 'captures', stateAfterPartRefund })
      const payment = await newPayment({ status: 'Captured', amount: 1_000 })
      expect(await refund(payment, 300)).toMatchObject({ value: { state: 'succeeded' } })
      const first = await reload(payment)
      expect(first.totals.refundedMinor).toBe(300)
      expect(await refund(first, 700)).toMatchObject({ value: { state: 'succeeded' } })
      const after = await reload(payment)
      expect(after.totals.refundedMinor).toBe(1_000)
      expect(after.status).toBe('refunded')
      expect(await refund(after, 1)).toMatchObject({ ok: false })
      expect((await truth(payment))?.refunds).toBe(2)
    },
  )

  it('refunds made here still count after the payment was imported once more', async () => {
    await set({ shape: 'captures', stateAfterPartRefund: 'Captured' })
    const payment = await newPayment({ status: 'Captured', amount: 1_000 })
    expect(await refund(payment, 300)).toMatchObject(done)
    await importByName(merchant.database, connection.name, [payment.providerTransactionId])
    const after = await reload(payment)
    expect(after.totals.refundedMinor).toBe(300)
    expect(await refund(after, 1_000)).toMatchObject({ ok: false })
  })

  it('a refused refund does not count (F1)', async () => {
    await set({ shape: 'captures', stateAfterPartRefund: 'Captured' })
    const payment = await newPayment({
      status: 'Captured',
      amount: 1_000,
      behaviour: 'refuse-refund',
    })
    expect(await refund(payment, 300)).toMatchObject({ value: { state: 'refused' } })
    expect((await reload(payment)).totals.refundedMinor).toBe(0)
  })
})

it('Bambora Native: a declined payment without operations is listed as declined (F2)', async () => {
  await set({ listsFailures: false })
  const payment = await newPayment({ status: 'Declined' })
  expect(payment).toMatchObject({ status: 'declined', currency: 'XXX', amountMinor: 0 })
})

describe('Bambora Native: a response that does not fit', () => {
  it.each([
    ['amount', { amount: 1 }],
    ['currency', { currency: 'SEK' }],
    ['payment', { id: 'another' }],
  ])('by its %s is unknown, and a read settles it', async (_, set_) => {
    const payment = await newPayment()
    await merchant.sandbox.control.addFault({
      match: { operation: 'capture' },
      action: { type: 'alter', set: set_ },
    })
    expect(await capture(payment, 100_000)).toMatchObject({ value: { state: 'unknown' } })
    await repairLater()
    expect((await reload(payment)).operations).toMatchObject([{ state: 'succeeded' }])
    expect(await truth(payment)).toMatchObject({ captures: 1 })
  })

  it('even when read again goes to people', async () => {
    const payment = await newPayment()
    await loseNext('capture', 'after')
    await capture(payment, 100_000)
    await merchant.sandbox.control.addFault({
      match: { operation: 'read' },
      action: { type: 'alter', set: { amount: 99_999 } },
    })
    await repairLater()
    expect((await reload(payment)).operations).toMatchObject([{ state: 'needs_review' }])
  })
})

describe('Bambora Native: a payment', () => {
  it('keeps the facts that its provider does not report', async () => {
    expect((await newPayment()).historyGaps).toEqual(['who', 'portal'])
    await set({ shape: 'captures' })
    const payment = await newPayment({ status: 'Captured' })
    expect(payment.historyGaps).toEqual(['who', 'when', 'refund', 'void', 'portal'])
    expect(payment.events).toMatchObject([{ kind: 'capture', occurredAt: null }])
  })

  it('with a reference that is no plain word works all the way', async () => {
    const reference = `Ærlig/100% ${randomUUID()}`
    const payment = await newPayment({ reference })
    expect(await capture(payment, 100)).toMatchObject(done)
  })
})

describe('Bambora Native: a connection', () => {
  it('is tested, and stored only when it works', async () => {
    expect(await checkConnection(merchant.database, connection.id)).toMatchObject({ ok: true })
    const options = {
      ...({ provider: 'bambora-native', name: 'New app' } as const),
      accountId: 'T555000222',
      baseUrl: connection.baseUrl,
      secret: { clientId: 'native-demo', clientSecret: 'native-demo-secret' },
    }
    expect(await connectAccount(merchant.owner, options)).toMatchObject({
      error: { code: 'unauthorized', message: expect.stringContaining('Keys belong to one') },
    })
    const foreign = { ...options, baseUrl: 'https://bambora.example.com/v1' }
    expect(await connectAccount(merchant.owner, foreign)).toMatchObject({
      error: { code: 'wrong_account' },
    })
    expect(await importByName(merchant.database, 'New app', ['a'])).toMatchObject({
      error: { message: expect.stringContaining(`“${connection.name}”`) },
    })
    const own = { ...options, accountId: 't555 000 111' }
    expect(await connectAccount(merchant.owner, own)).toMatchObject({
      error: { code: 'account_connected' },
    })
  })
})
