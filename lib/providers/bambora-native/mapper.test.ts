import { describe, expect, it } from 'vitest'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { capturesPayment, OPERATIONS, operationsPayment } from './fixtures'
import { mapPayment } from './mapper'

const READ_AT = new Date('2026-03-10T12:00:00Z')
const { authorization, capture, cancel } = OPERATIONS
const refund = { ...capture, id: 'op-3', type: 'Refund', amount: 2_500, references: 'op-2' }

function snapshotOf(json: unknown): TransactionSnapshot {
  const mapped = mapPayment(json, READ_AT)
  if (!mapped.ok) throw new Error(mapped.problem)
  return mapped.snapshot
}

describe('Bambora Native: a payment with its operations', () => {
  const snapshot = snapshotOf(operationsPayment('Refunded', [authorization, capture, refund]))

  it('is known by the merchant’s reference, with method, amount and the sums of what succeeded', () => {
    expect(snapshot).toMatchObject({
      providerTransactionId: 'order-1001',
      orderReference: 'order-1001',
      phase: 'open',
      providerStatus: 'Refunded',
      method: 'card.visa',
      currency: 'EUR',
      amountMinor: 10_000,
      totals: {
        authorizedMinor: 10_000,
        capturedMinor: 6_000,
        refundedMinor: 2_500,
        releasedMinor: 0,
      },
    })
  })

  it('reports times, but neither people nor actions in the portal', () => {
    expect(snapshot.historyGaps).toEqual(['who', 'portal'])
    expect(snapshot.events.map(({ kind }) => kind)).toEqual(['authorize', 'capture', 'refund'])
    expect(snapshot.createdAt).toEqual(new Date('2026-03-01T10:15:00Z'))
    expect(snapshot.updatedAt).toEqual(new Date('2026-03-02T09:00:00Z'))
  })

  it('can usually be captured for a week', () => {
    expect(snapshot.captureDeadline).toEqual({
      at: new Date('2026-03-08T10:15:00Z'),
      source: 'usual_for_method',
    })
  })

  it('does not count failed operations, and gives their reasons', () => {
    const failed = { ...capture, success: false, code: '05' }
    const { totals, events } = snapshotOf(operationsPayment('Authorized', [authorization, failed]))
    expect(totals.capturedMinor).toBe(0)
    expect(events[1]).toMatchObject({ state: 'failed', error: { code: '05' } })
  })

  it('whose time has no zone happened in universal time (B7)', () => {
    const timestamp = '2026-03-01 10:15:00'
    const at = snapshotOf(operationsPayment('Authorized', [{ ...authorization, timestamp }]))
    expect(at.createdAt).toEqual(new Date('2026-03-01T10:15:00Z'))
  })

  it.each(['without a zone', '1488363300', '', null])(
    'whose time is %j tells no time',
    (timestamp) => {
      const at = snapshotOf(operationsPayment('Authorized', [{ ...authorization, timestamp }]))
      expect(at.historyGaps).toContain('when')
      expect(at.events[0]?.occurredAt).toBeNull()
      expect(at.createdAt).toEqual(READ_AT)
      expect(at.captureDeadline).toBeNull()
    },
  )

  it('with a lock says that it is busy', () => {
    const locked = { ...operationsPayment('Authorized'), _locked_at: '2026-03-01T10:15:00Z' }
    expect(snapshotOf(locked).paymentDetails).toContainEqual({
      label: 'Busy',
      value: 'Another request is changing it',
    })
  })
})

describe('Bambora Native: a payment with captures only', () => {
  it('is the same payment, but reports neither times nor refunds nor voids', () => {
    const captures = [{ amount: 6_000, currency: 'EUR', comment: 'first parcel' }]
    expect(snapshotOf(capturesPayment('Captured', captures))).toMatchObject({
      providerTransactionId: 'order-1001',
      phase: 'open',
      amountMinor: 10_000,
      totals: { authorizedMinor: 10_000, capturedMinor: 6_000, refundedMinor: 0 },
      historyGaps: ['who', 'when', 'refund', 'void', 'portal'],
      createdAt: READ_AT,
    })
  })

  it('that was refunded has unknown amounts', () => {
    const captures = [{ amount: 6_000, currency: 'EUR', comment: '' }]
    expect(snapshotOf(capturesPayment('Refunded', captures)).phase).toBe('unknown')
  })
})

describe('Bambora Native: states', () => {
  it.each(['Authorization Expired', 'Voided', 'Canceled'])('%s holds nothing', (state) => {
    const operations = state === 'Canceled' ? [authorization, cancel] : [authorization]
    expect(snapshotOf(operationsPayment(state, operations)).totals).toMatchObject({
      authorizedMinor: 10_000,
      releasedMinor: 10_000,
    })
    expect(snapshotOf(capturesPayment(state)).totals.releasedMinor).toBe(10_000)
  })

  it.each([
    ['None', 'initiated'],
    ['Declined', 'declined'],
    ['Under review', 'unknown'],
  ])('%s is %s', (state, phase) => {
    expect(snapshotOf(operationsPayment(state)).phase).toBe(phase)
    expect(snapshotOf(capturesPayment(state)).phase).toBe(phase)
  })
})

it('Bambora Native: a declined payment without operations is declined, without an amount (F2)', () => {
  expect(snapshotOf(operationsPayment('Declined', []))).toMatchObject({
    phase: 'declined',
    currency: 'XXX',
    amountMinor: 0,
    totals: { authorizedMinor: 0, releasedMinor: 0 },
  })
})

describe('Bambora Native: a payment that contradicts itself', () => {
  it.each([
    ['neither shape', { id: 1 }],
    ['nothing', null],
    [
      'a capture of another currency',
      operationsPayment('Captured', [authorization, { ...capture, currency: 'SEK' }]),
    ],
    ['captured without a capture', operationsPayment('Captured')],
    ['captured without a capture', capturesPayment('Captured')],
    [
      'an amount that is no whole number',
      operationsPayment('Authorized', [{ ...authorization, amount: 1.5 }]),
    ],
    [
      'an amount that a number cannot hold',
      operationsPayment('Authorized', [{ ...authorization, amount: 2 ** 53 }]),
    ],
    ['no currency', operationsPayment('None', [])],
  ])('is malformed: %s', (_, json) => {
    expect(mapPayment(json, READ_AT).ok).toBe(false)
  })

  it('is shown as it is where its figures contradict each other (A3)', () => {
    const over = snapshotOf(
      operationsPayment('Captured', [authorization, { ...capture, amount: 10_001 }]),
    )
    expect(over.totals).toMatchObject({ capturedMinor: 10_001, releasedMinor: 0 })
    const { totals } = snapshotOf(
      operationsPayment('Refunded', [authorization, capture, { ...refund, amount: 9_999_999 }]),
    )
    expect(totals).toMatchObject({ refundedMinor: 9_999_999 })
  })
})
