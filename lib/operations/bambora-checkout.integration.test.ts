import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { capturesUnseenLines } from '@/lib/domain/rules/find-method-rules'
import { BY_ACQUIRER, failureBody } from '@/sandbox/bambora-checkout/meta'
import { DEFAULT_SETTINGS } from '@/sandbox/bambora-checkout/settings'
import { amount, BamboraCheckoutMerchant } from '@/testing/bambora-checkout-merchant'

let shop: BamboraCheckoutMerchant

beforeAll(async () => {
  shop = await BamboraCheckoutMerchant.open()
})
afterAll(() => shop.merchant.stop())
beforeEach(async () => {
  await shop.merchant.sandbox.control.clearFaults()
  await shop.control.setSettings(DEFAULT_SETTINGS)
})

const done = { ok: true, value: { state: 'succeeded' } }
const unknown = { ok: true, value: { state: 'unknown' } }

describe('Bambora Checkout: capture, refund and void', () => {
  it('of a payment in parts; each is in the history once, as ours', async () => {
    const payment = await shop.newPayment()
    expect(await shop.capture(payment, amount(5000))).toMatchObject(done)
    const first = await shop.reload(payment)
    expect(first.status).toBe('partially_captured')
    expect(await shop.capture(first)).toMatchObject(done)
    const captured = await shop.reload(payment)
    expect(await shop.refund(captured, amount(1))).toMatchObject(done)
    expect(await shop.refund(await shop.reload(payment))).toMatchObject(done)
    const after = await shop.reload(payment)
    expect(after.status).toBe('refunded')
    const ours = after.events.filter(({ kind }) => kind === 'capture' || kind === 'refund')
    const ids = ours.map(({ operationId }) => operationId)
    expect(ids.toSorted()).toEqual(after.operations.map(({ id }) => id).toSorted())
  })

  it('where one capture uses the authorization up', async () => {
    const payment = await shop.newPayment({ capturesSeveral: false })
    expect(payment.flags).toEqual(['single_capture'])
    expect(await shop.capture(payment, amount(5000))).toMatchObject(done)
    const after = await shop.reload(payment)
    expect(after.totals).toMatchObject({ capturedMinor: 5000, releasedMinor: 7550 })
    expect(await shop.capture(payment, amount(1))).toMatchObject({ error: { code: 'not_allowed' } })
  })

  it.each(['instant', 'delay'] as const)('releases what is held: %s', async (deletes) => {
    await shop.control.setSettings({ deletes })
    const payment = await shop.newPayment()
    expect(await shop.release(payment)).toMatchObject(done)
    expect((await shop.reload(payment)).status).toBe('voided')
  })

  it('releases nothing once a part is captured', async () => {
    const payment = await shop.newPayment({ captured: 100 })
    expect(await shop.release(payment)).toMatchObject({ error: { code: 'not_allowed' } })
    expect(await shop.calls(payment, 'delete')).toBe(0)
  })

  it.each([
    { letterCase: 'capitalized', bareSingles: true, timeFraction: 7 },
    { actionOnSuccess: 'null', idTwins: false, lastOfSeveral: 'multi' },
    { listEnd: 'repeats', largestPage: 3 },
    { listEnd: 'empty-page', failureStatus: 500 },
  ] as const)('work however the provider fills what it leaves open: %o', async (settings) => {
    await shop.control.setSettings(settings)
    const payment = await shop.newPayment()
    expect(await shop.capture(payment, amount(1000))).toMatchObject(done)
    expect(await shop.capture(await shop.reload(payment))).toMatchObject(done)
    expect(await shop.refund(await shop.reload(payment))).toMatchObject(done)
  })
})

describe('Bambora Checkout: an invoice', () => {
  const lines = [
    { id: 'A', linenumber: '1', quantity: 2, totalpriceinclvat: 600, totalpricevatamount: 120 },
    { id: 'B', linenumber: '2', quantity: 1, totalpriceinclvat: 400, totalpricevatamount: 80 },
  ]

  it('is captured as a whole without lines, which can be refunded one by one afterwards', async () => {
    const payment = await shop.newPayment({ method: 'walley', lines, amount: 1000 })
    expect(payment.items).toEqual([])
    expect(await shop.capture(payment, amount(400))).toMatchObject({
      error: { code: 'whole_capture_only' },
    })
    expect(await shop.capture(payment)).toMatchObject(done)
    const captured = await shop.reload(payment)
    expect(captured.items.map(({ item }) => item.amountMinor)).toEqual([600, 400])
    const pick = [{ lineId: '2', quantityMicros: 1_000_000, amountMinor: null }]
    const choice = { mode: 'lines', amountMinor: 400, lines: pick } as const
    expect(await shop.refund(captured, choice)).toMatchObject(done)
    expect(await shop.refund(await shop.reload(payment))).toMatchObject(done)
    expect((await shop.reload(payment)).status).toBe('refunded')
  })
})

describe('Bambora Checkout: an invoice whose partner wants lines', () => {
  const lines = [{ id: 'A', linenumber: '1', quantity: 2, totalpriceinclvat: 600 }]

  it('is refused in its words, and captured in the portal with its lines (F9)', async () => {
    await shop.control.setSettings({ captureWithoutLines: 'refuse' })
    const payment = await shop.newPayment({ method: 'walley', lines, amount: 600 })
    expect(await shop.capture(payment)).toMatchObject({
      value: { state: 'refused', message: 'The invoice lines are missing.' },
    })
    const refused = await shop.reload(payment)
    expect(refused.totals.capturedMinor).toBe(0)
    expect(capturesUnseenLines('bambora-checkout', refused)).toBe(true)
    await shop.control.actInPortal(payment.providerTransactionId, { operation: 'capture' })
    await shop.merchant.importAll()
    const captured = await shop.reload(payment)
    expect(captured).toMatchObject({ status: 'captured', openOperation: null })
    expect(captured.items).toMatchObject([{ captured: { amountMinor: 600 } }])
    expect(capturesUnseenLines('bambora-checkout', captured)).toBe(false)
  })
})

describe('Bambora Checkout: a refusal', () => {
  it('shows the acquirer’s words and code; nothing moves', async () => {
    const payment = await shop.newPayment({ behaviour: 'refuse-capture' })
    expect(await shop.capture(payment)).toMatchObject({
      value: {
        state: 'refused',
        refusalCode: 'Nets:100',
        message: 'The acquirer refused the operation.',
      },
    })
    expect((await shop.reload(payment)).totals.capturedMinor).toBe(0)
  })

  it('that only the history shows is one too', async () => {
    const payment = await shop.newPayment({ behaviour: 'decline-capture' })
    expect(await shop.capture(payment)).toMatchObject({ value: { state: 'refused' } })
  })

  it.each(['status-401', 'empty-401', 'result-false'] as const)(
    'of our credentials moves nothing: %s',
    async (badCredentials) => {
      await shop.control.setSettings({ badCredentials })
      const payment = await shop.newPayment()
      await shop.fault('capture', { type: 'expire-token' })
      expect(await shop.capture(payment)).toMatchObject({ value: { state: 'refused' } })
    },
  )
})

describe('Bambora Checkout: a refusal of an operation that was done', () => {
  const refusal = {
    type: 'status',
    status: 500,
    when: 'after',
    body: failureBody(BY_ACQUIRER),
  } as const

  it('is unknown: the totals show what was done, and repair settles it', async () => {
    const payment = await shop.newPayment()
    await shop.fault('capture', refusal)
    expect(await shop.capture(payment, amount(5000))).toMatchObject(unknown)
    await shop.repair()
    const after = await shop.reload(payment)
    expect(after.operations[0]?.state).toBe('succeeded')
    expect(after.totals.capturedMinor).toBe(5000)
  })

  it('of a refund and of a void neither', async () => {
    const payment = await shop.newPayment({ captured: 12_550 })
    await shop.fault('credit', refusal)
    expect(await shop.refund(payment, amount(50))).toMatchObject(unknown)
    const held = await shop.newPayment()
    await shop.fault('delete', refusal)
    expect(await shop.release(held)).toMatchObject(unknown)
    await shop.repair()
    expect((await shop.reload(payment)).totals.refundedMinor).toBe(50)
    expect((await shop.reload(held)).totals.releasedMinor).toBe(12_550)
  })

  it('stands where nothing moved, with the status of an error too', async () => {
    const payment = await shop.newPayment()
    await shop.fault('capture', { ...refusal, when: 'before' })
    expect(await shop.capture(payment)).toMatchObject({ value: { state: 'refused' } })
  })
})

describe('Bambora Checkout: a pending operation', () => {
  it.each([
    ['capture-pending', 'succeeded'],
    ['capture-pending-refused', 'refused'],
  ] as const)('of %s is pending until reading shows it %s', async (behaviour, state) => {
    await shop.control.setSettings({ pendingMs: 300 })
    const payment = await shop.newPayment({ behaviour })
    expect(await shop.capture(payment)).toMatchObject({ value: { state: 'pending' } })
    await expect
      .poll(
        async () => {
          await shop.repair()
          return (await shop.reload(payment)).operations[0]?.state
        },
        { timeout: 10_000 },
      )
      .toBe(state)
  })
})

describe('Bambora Checkout: no response', () => {
  it.each([
    ['the connection drops after the effect', { type: 'drop', when: 'after' }],
    ['the answer is HTML', { type: 'malformed', kind: 'html' }],
    ['the gateway answers 502 after the effect', { type: 'status', status: 502, when: 'after' }],
    ['the answer breaks off', { type: 'reset-mid-body' }],
    ['the answer names another operation', { type: 'alter', set: { id: '1' } }],
  ] as const)('is unknown when %s; totals and history settle it', async (_, action) => {
    const payment = await shop.newPayment()
    await shop.fault('capture', action)
    expect(await shop.capture(payment, amount(5000))).toMatchObject(unknown)
    await shop.repair()
    const after = await shop.reload(payment)
    const [operation] = after.operations
    expect(operation?.state).toBe('succeeded')
    expect(after.totals.capturedMinor).toBe(5000)
    const event = after.events.find(({ kind }) => kind === 'capture')
    expect(event?.operationId).toBe(operation?.id)
    expect(await shop.calls(payment, 'capture')).toBe(1)
  })

  it('is unknown when reads lag behind, until they have caught up', async () => {
    const payment = await shop.newPayment()
    await shop.fault('capture', { type: 'lag', ms: 1000 })
    expect(await shop.capture(payment, amount(5000))).toMatchObject(unknown)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    await shop.repair()
    expect((await shop.reload(payment)).operations[0]?.state).toBe('succeeded')
  })

  it('is unknown while the sums show it and the history, read just before, does not', async () => {
    const payment = await shop.newPayment()
    await shop.fault('capture', [
      { type: 'lag', ms: 1000 },
      { type: 'drop', when: 'after' },
    ])
    expect(await shop.capture(payment, amount(5000))).toMatchObject(unknown)
    await shop.fault('read', { type: 'delay', beforeMs: 1500 })
    await shop.repair()
    expect((await shop.reload(payment)).operations[0]?.state).toBe('unknown')
    await shop.repair()
    expect((await shop.reload(payment)).operations[0]?.state).toBe('succeeded')
  })

  it('of a refund and of a void is settled in the same way', async () => {
    const payment = await shop.newPayment({ captured: 12_550 })
    await shop.fault('credit', { type: 'drop', when: 'after' })
    expect(await shop.refund(payment, amount(50))).toMatchObject(unknown)
    const held = await shop.newPayment()
    await shop.fault('delete', { type: 'drop', when: 'after' })
    expect(await shop.release(held)).toMatchObject(unknown)
    await shop.repair()
    expect((await shop.reload(payment)).operations[0]?.state).toBe('succeeded')
    expect((await shop.reload(held)).operations[0]?.state).toBe('succeeded')
  })

  it('without an effect is not sent, but only after two reads past the settle window', async () => {
    const payment = await shop.newPayment()
    await shop.fault('capture', { type: 'drop', when: 'before' })
    expect(await shop.capture(payment)).toMatchObject(unknown)
    await shop.repair()
    expect((await shop.reload(payment)).operations[0]?.state).toBe('unknown')
    await shop.repair()
    expect((await shop.reload(payment)).operations[0]?.state).toBe('not_sent')
  })

  it('while a person acts in the portal goes to people once ours can show up no more', async () => {
    const payment = await shop.newPayment()
    await shop.fault('capture', { type: 'drop', when: 'before' })
    expect(await shop.capture(payment, amount(5000))).toMatchObject(unknown)
    await shop.control.actInPortal(payment.providerTransactionId, {
      operation: 'capture',
      amount: 4999,
    })
    await shop.repair()
    expect((await shop.reload(payment)).operations[0]?.state).toBe('unknown')
    await shop.repair()
    expect((await shop.reload(payment)).operations[0]?.state).toBe('needs_review')
  })
})

describe('Bambora Checkout: a response that contradicts the request', () => {
  it('shows another amount: unknown, and people decide when it stays so', async () => {
    const payment = await shop.newPayment()
    await shop.fault('history', { type: 'alter', set: { amount: 4999 } })
    expect(await shop.capture(payment, amount(5000))).toMatchObject(unknown)
    await shop.fault('history', { type: 'alter', set: { amount: 4999 } })
    await shop.repair()
    expect((await shop.reload(payment)).operations[0]?.state).toBe('needs_review')
  })

  it.each([{ currency: 'SEK' }, { id: '25506297014116353' }])(
    'is about something else (%o): unknown until a read shows the truth',
    async (set) => {
      const payment = await shop.newPayment()
      await shop.fault('read', { type: 'alter', set })
      expect(await shop.capture(payment, amount(5000))).toMatchObject(unknown)
      await shop.repair()
      expect((await shop.reload(payment)).operations[0]?.state).toBe('succeeded')
    },
  )
})
