import { describe, expect, it } from 'vitest'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { fixtures, withEvents } from './fixtures'
import { mapTransaction } from './mapper'

function snapshotOf(json: unknown): TransactionSnapshot {
  const mapped = mapTransaction(json)
  if (!mapped.ok) throw new Error(mapped.problem)
  return mapped.snapshot
}

describe('Dintero: an authorized Klarna payment', () => {
  const snapshot = snapshotOf(fixtures.authorized)

  it('keeps ids, references, amount and currency', () => {
    expect(snapshot).toMatchObject({
      providerTransactionId: 'T12345678.5kQ2vXw9Yb3Zt7LmNp4RsA',
      phase: 'open',
      providerStatus: 'AUTHORIZED',
      method: 'klarna.klarna',
      currency: 'NOK',
      amountMinor: 259400,
      orderReference: 'ORDER-10042',
      orderReference2: 'SO-77',
    })
  })

  it('holds everything and has moved nothing', () => {
    expect(snapshot.totals).toEqual({
      authorizedMinor: 259400,
      capturedMinor: 0,
      refundedMinor: 0,
      releasedMinor: 0,
    })
  })

  it('reads items with the shipping line among them, adding up to the amount', () => {
    expect(snapshot.items.map((item) => item.lineId)).toEqual(['1', '2', '3', 'ship-home'])
    expect(snapshot.items[0]).toEqual({
      lineId: '1',
      sku: 'SKU-SWEATER-M',
      description: 'Wool sweater, M',
      quantityMicros: 2_000_000,
      amountMinor: 159800,
      vatAmountMinor: 31960,
      vatBasisPoints: 2500,
      kind: 'physical',
      grossAmountMinor: null,
    })
    expect(snapshot.items.reduce((sum, item) => sum + item.amountMinor, 0)).toBe(259400)
  })

  it('takes the capture deadline from the provider', () => {
    expect(snapshot.captureDeadline).toEqual({
      at: new Date('2026-03-30T09:15:04Z'),
      source: 'provider',
    })
  })

  it('names customer, address and payment details, and links to the provider’s page', () => {
    expect(snapshot.customer).toEqual({
      name: 'Kari Nordmann',
      email: 'kari@example.com',
      phone: '+4740123456',
      customerId: 'c-981',
      isBusiness: false,
    })
    expect(snapshot.billingAddress).toMatchObject({ lines: ['Storgata 1'], city: 'Oslo' })
    expect(snapshot.paymentDetails).toContainEqual({ label: 'Days to pay', value: '30' })
    expect(snapshot.portalUrl).toBe(
      'https://backoffice.dintero.com/T12345678/payments/transactions/T12345678.5kQ2vXw9Yb3Zt7LmNp4RsA',
    )
  })
})

describe('Dintero: captures and refunds', () => {
  it('adds up a partial capture and keeps its lines and references', () => {
    const snapshot = snapshotOf(fixtures.partiallyCaptured)
    expect(snapshot.totals).toMatchObject({ capturedMinor: 119700, refundedMinor: 0 })
    expect(snapshot.events.at(-1)).toMatchObject({
      kind: 'capture',
      state: 'succeeded',
      amountMinor: 119700,
      reference: 'SHIP-1',
      providerReference: 'klarna-capture-1',
      operationId: null,
    })
    expect(snapshot.events.at(-1)?.lines).toHaveLength(3)
  })

  it('adds up two captures and a refund', () => {
    const { totals, captureDeadline } = snapshotOf(fixtures.partiallyRefunded)
    expect(totals).toMatchObject({ capturedMinor: 259400, refundedMinor: 29900, releasedMinor: 0 })
    expect(captureDeadline).toBeNull()
  })

  it('keeps the rest capturable when a refund comes between two captures', () => {
    const json = withEvents(fixtures.partiallyCaptured, [fixtures.refundBeforeRest], {
      status: 'PARTIALLY_CAPTURED_REFUNDED',
    })
    expect(snapshotOf(json).totals).toEqual({
      authorizedMinor: 259400,
      capturedMinor: 119700,
      refundedMinor: 29900,
      releasedMinor: 0,
    })
  })

  it('does not count a failed capture after a good one', () => {
    const failed = { ...fixtures.captureFailed, id: '4' }
    const snapshot = snapshotOf(withEvents(fixtures.partiallyCaptured, [failed]))
    expect(snapshot.totals.capturedMinor).toBe(119700)
    expect(snapshot.events.at(-1)).toMatchObject({
      state: 'failed',
      error: { code: 'CAPTURE_NOT_ALLOWED', retry: { kind: 'do_not_retry' } },
    })
  })

  it('never counts the announcement of a capture, and ties the result to it', () => {
    const announced = withEvents(fixtures.authorized, [fixtures.initiateCapture])
    expect(snapshotOf(announced).totals.capturedMinor).toBe(0)
    expect(snapshotOf(announced).events.at(-1)?.state).toBe('pending')
    const closed = withEvents(
      fixtures.authorized,
      [fixtures.initiateCapture, fixtures.closingCapture],
      { status: 'PARTIALLY_CAPTURED' },
    )
    expect(snapshotOf(closed).totals.capturedMinor).toBe(119700)
    expect(snapshotOf(closed).events.at(-1)?.closes).toEqual(['3'])
  })

  it('does not count an event without success', () => {
    const { success: _, ...unmarked } = { ...fixtures.closingCapture }
    expect(snapshotOf(withEvents(fixtures.authorized, [unmarked])).totals.capturedMinor).toBe(0)
  })
})

describe('Dintero: voids', () => {
  const voided = { id: '9', event: 'VOID', success: true, created_at: '2026-03-05T07:00:00Z' }

  it('releases everything before a capture', () => {
    const json = withEvents(fixtures.authorized, [voided], { status: 'AUTHORIZATION_VOIDED' })
    expect(snapshotOf(json).totals).toMatchObject({ capturedMinor: 0, releasedMinor: 259400 })
  })

  it('releases the rest after a partial capture, though its event has no amount', () => {
    const json = withEvents(fixtures.partiallyCaptured, [voided])
    expect(snapshotOf(json).totals).toMatchObject({ capturedMinor: 119700, releasedMinor: 139700 })
  })
})

describe('Dintero: corrections', () => {
  const [failed, repair] = fixtures.captureCorrected

  it('counts an event that a correction names only once', () => {
    const json = withEvents(fixtures.authorized, [failed, repair], { status: 'CAPTURED' })
    const snapshot = snapshotOf(json)
    expect(snapshot.totals).toMatchObject({ capturedMinor: 259400, refundedMinor: 0 })
    expect(snapshot.events.at(-1)?.closes).toEqual(['3'])
  })

  it('takes the remaining amounts when no event is named, and reads the failure as a success', () => {
    const correction = { ...failed?.correction, event_ids: undefined }
    const json = withEvents(fixtures.authorized, [{ ...failed, correction }], {
      status: 'CAPTURED',
    })
    const snapshot = snapshotOf(json)
    expect(snapshot.totals.capturedMinor).toBe(259400)
    expect(snapshot.events.at(-1)?.state).toBe('succeeded')
  })

  describe('that name no event', () => {
    const base = { status: 'PARTIALLY_CAPTURED', amount: 500 }
    const done = (event: string, amount: number) => ({ id: '3', event, success: true, amount })
    const tried = (event: string, status: string, left: readonly [number, number]) => ({
      id: '4',
      event,
      success: false,
      amount: 100,
      correction: {
        status,
        remaining_capture_amount: left[0],
        remaining_refund_amount: left[1],
        remaining_void_amount: left[0],
      },
    })

    it.each([
      ['a second capture that did not happen', 'CAPTURE', 'PARTIALLY_CAPTURED', [400, 100], 100],
      ['a second capture that happened', 'CAPTURE', 'PARTIALLY_CAPTURED', [300, 200], 200],
      [
        'a capture after which a refund shows',
        'CAPTURE',
        'PARTIALLY_CAPTURED_REFUNDED',
        [400, 60],
        100,
      ],
    ] as const)('%s', (_, name, status, left, captured) => {
      const refund = { ...done('REFUND', 40), id: '5' }
      const before = status === 'PARTIALLY_CAPTURED' ? [] : [refund]
      const events = [done('CAPTURE', 100), ...before, tried(name, status, left)]
      const snapshot = snapshotOf(withEvents(fixtures.authorized, events, { ...base, status }))
      expect(snapshot.totals).toMatchObject({ capturedMinor: captured, releasedMinor: 0 })
      expect(snapshot.events.at(-1)).toMatchObject({
        state: captured === 100 ? 'failed' : 'succeeded',
        amountMinor: 100,
      })
    })

    it.each([
      ['did not happen', 400, 100, 'failed'],
      ['happened', 300, 200, 'succeeded'],
    ] as const)('a second refund that %s', (_, left, refunded, state) => {
      const status = 'PARTIALLY_REFUNDED'
      const first = { ...done('REFUND', 100), id: '3b' }
      const events = [done('CAPTURE', 500), first, tried('REFUND', status, [0, left])]
      const snapshot = snapshotOf(withEvents(fixtures.authorized, events, { ...base, status }))
      expect(snapshot.totals).toMatchObject({ capturedMinor: 500, refundedMinor: refunded })
      expect(snapshot.events.at(-1)).toMatchObject({ state, amountMinor: 100 })
    })

    it.each([
      ['did not happen', 400, 'failed'],
      ['happened', 0, 'succeeded'],
    ] as const)('a release of the rest that %s', (_, left, state) => {
      const { amount: _amount, ...event } = tried('VOID', 'PARTIALLY_CAPTURED', [left, 100])
      const events = [done('CAPTURE', 100), event]
      const snapshot = snapshotOf(withEvents(fixtures.authorized, events, base))
      expect(snapshot.totals).toMatchObject({ capturedMinor: 100, releasedMinor: 400 - left })
      expect(snapshot.events.at(-1)).toMatchObject({ state, amountMinor: null })
    })

    it('one after another: each stands on the one before', () => {
      const refund = tried('REFUND', 'PARTIALLY_CAPTURED_REFUNDED', [200, 200])
      const capture = { ...tried('CAPTURE', 'PARTIALLY_CAPTURED_REFUNDED', [100, 300]), id: '5' }
      const events = [done('CAPTURE', 300), refund, capture]
      const snapshot = snapshotOf(withEvents(fixtures.authorized, events, base))
      expect(snapshot.totals).toEqual({
        authorizedMinor: 500,
        capturedMinor: 400,
        refundedMinor: 100,
        releasedMinor: 0,
      })
      expect(snapshot.events.slice(-2).map(({ state }) => state)).toEqual([
        'succeeded',
        'succeeded',
      ])
    })

    it('and a hold that was raised since: nothing counts as released', () => {
      const raised = { id: '5', event: 'AUTHORIZE', success: true, amount: 600 }
      const events = [tried('CAPTURE', 'PARTIALLY_CAPTURED', [400, 100]), raised]
      const json = withEvents(fixtures.authorized, events, { ...base, amount: 600 })
      expect(snapshotOf(json).totals).toMatchObject({ capturedMinor: 100, releasedMinor: 0 })
    })

    it('shows the amount that was moved where it is another than requested', () => {
      const events = [done('CAPTURE', 100), tried('CAPTURE', 'PARTIALLY_CAPTURED', [350, 150])]
      const snapshot = snapshotOf(withEvents(fixtures.authorized, events, base))
      expect(snapshot.events.at(-1)).toMatchObject({ state: 'succeeded', amountMinor: 50 })
    })
  })

  it('applies later events on top of the corrected amounts', () => {
    const refund = { ...fixtures.refundBeforeRest, id: '5' }
    const json = withEvents(fixtures.authorized, [failed, repair, refund], {
      status: 'PARTIALLY_REFUNDED',
    })
    expect(snapshotOf(json).totals).toMatchObject({ capturedMinor: 259400, refundedMinor: 29900 })
  })
})

describe('Dintero: other statuses and methods', () => {
  it.each([
    ['INITIATED', 'initiated'],
    ['ON_HOLD', 'on_hold'],
    ['DECLINED', 'declined'],
    ['FAILED', 'failed'],
    ['UNKNOWN', 'unknown'],
  ])('%s holds nothing', (status, phase) => {
    const snapshot = snapshotOf({ ...fixtures.authorized, status })
    expect(snapshot.phase).toBe(phase)
    expect(snapshot.totals.authorizedMinor).toBe(0)
    expect(snapshot.amountMinor).toBe(259400)
  })

  it.each([
    'AUTHORIZED',
    'PARTIALLY_CAPTURED',
    'CAPTURED',
    'PARTIALLY_REFUNDED',
    'PARTIALLY_CAPTURED_REFUNDED',
    'PARTICALLY_CAPTURED_REFUNDED',
    'REFUNDED',
    'AUTHORIZATION_VOIDED',
  ])('%s can be worked on', (status) => {
    const moved = [
      { id: '8', event: 'CAPTURE', success: true, amount: 200 },
      { id: '9', event: 'REFUND', success: true, amount: 100 },
    ]
    const events = status.includes('PART') || status === 'REFUNDED' ? moved : []
    const snapshot = snapshotOf(withEvents(fixtures.authorized, events, { status }))
    expect(snapshot).toMatchObject({ phase: 'open', providerStatus: status })
    expect(snapshot.totals.authorizedMinor).toBe(259400)
  })

  it('takes an undocumented status as unknown', () => {
    expect(snapshotOf({ ...fixtures.authorized, status: 'REVIVED' }).phase).toBe('unknown')
  })

  it('reads a method without authorization as captured at once, with no deadline', () => {
    const json = { ...fixtures.authorized, status: 'CAPTURED', payment_product_type: 'swish.swish' }
    const snapshot = snapshotOf(json)
    expect(snapshot.totals.capturedMinor).toBe(259400)
    expect(snapshot.captureDeadline).toBeNull()
  })

  describe('a payment without an event of its capture', () => {
    const swish = { payment_product_type: 'swish.swish' }
    const refund = { ...fixtures.refundBeforeRest, id: '9' }

    it.each([
      ['PARTIALLY_REFUNDED', [refund], 29900],
      ['REFUNDED', [refund, { ...refund, id: '10', amount: 229500 }], 259400],
    ] as const)('%s was captured whole before', (status, refunds, refundedMinor) => {
      const { totals } = snapshotOf(withEvents(fixtures.authorized, refunds, { ...swish, status }))
      expect(totals).toEqual({
        authorizedMinor: 259400,
        capturedMinor: 259400,
        refundedMinor,
        releasedMinor: 0,
      })
    })

    it.each([
      ['one that failed', fixtures.captureFailed],
      ['the announcement of one', fixtures.initiateCapture],
    ])('is captured all the same when there is %s', (_, event) => {
      const json = withEvents(fixtures.authorized, [event], { ...swish, status: 'CAPTURED' })
      expect(snapshotOf(json).totals.capturedMinor).toBe(259400)
    })

    it('shows what a corrected refund moved', () => {
      const correction = {
        status: 'PARTIALLY_REFUNDED',
        remaining_refund_amount: 229500,
        remaining_capture_amount: 0,
        remaining_void_amount: 0,
      }
      const tried = { ...refund, success: false, correction }
      const json = withEvents(fixtures.authorized, [tried], { ...swish, status: correction.status })
      expect(snapshotOf(json).totals).toMatchObject({ capturedMinor: 259400, refundedMinor: 29900 })
      expect(snapshotOf(json).events.at(-1)?.state).toBe('succeeded')
    })

    it('is released whole when a void is all that failed', () => {
      const tried = { id: '9', event: 'VOID', success: false }
      const json = withEvents(fixtures.authorized, [tried], { status: 'AUTHORIZATION_VOIDED' })
      expect(snapshotOf(json).totals.releasedMinor).toBe(259400)
    })
  })

  it('falls back on what is usual for the method when the provider gives no deadline', () => {
    const [initialize, authorize] = fixtures.authorized.events
    const events = [initialize, { ...authorize, metadata: {} }]
    const json = { ...fixtures.authorized, events, payment_product_type: 'payex.creditcard' }
    expect(snapshotOf(json).captureDeadline).toEqual({
      at: new Date('2026-03-09T09:15:04.733Z'),
      source: 'usual_for_method',
    })
  })
})
