import { describe, expect, it } from 'vitest'
import type {
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { judgeByTotals, type UnmarkedOperation } from './attribution-by-totals'

const before = { authorizedMinor: 1000, capturedMinor: 200, refundedMinor: 0, releasedMinor: 0 }
const operation: UnmarkedOperation = {
  kind: 'capture',
  amountMinor: 300,
  baselineTotals: before,
  baselineEventCount: 2,
  sentAt: '2026-03-01T12:00:00.000Z',
}

const old = [
  captureEvent({ providerEventId: '1', kind: 'authorize' }),
  captureEvent({ providerEventId: '2' }),
]

function judge(
  news: readonly TransactionEvent[],
  totals: Partial<typeof before>,
  asked: Partial<UnmarkedOperation> = {},
) {
  const events = [...old, ...news]
  const snapshot = { totals: { ...before, ...totals }, events } as unknown as TransactionSnapshot
  return judgeByTotals({ ...operation, ...asked }, snapshot).kind
}

describe('judgeByTotals', () => {
  it('has succeeded when totals and history moved by just this operation', () => {
    expect(judge([captureEvent()], { capturedMinor: 500 })).toBe('succeeded')
    const refund = captureEvent({ kind: 'refund', amountMinor: 100 })
    expect(judge([refund], { refundedMinor: 100 }, { kind: 'refund', amountMinor: 100 })).toBe(
      'succeeded',
    )
    const release = captureEvent({ kind: 'void', amountMinor: null })
    expect(judge([release], { releasedMinor: 800 }, { kind: 'void', amountMinor: 800 })).toBe(
      'succeeded',
    )
  })

  it('takes a capture that uses up the rest', () => {
    expect(judge([captureEvent()], { capturedMinor: 500, releasedMinor: 500 })).toBe('succeeded')
  })

  it.each([
    ['the amount is another', [captureEvent({ amountMinor: 299 })], { capturedMinor: 499 }],
    [
      'there are two of them',
      [captureEvent(), captureEvent({ providerEventId: '4' })],
      { capturedMinor: 800 },
    ],
    [
      'it was there before it was sent',
      [captureEvent({ occurredAt: new Date(0) })],
      { capturedMinor: 500 },
    ],
    ['the totals moved by another amount', [], { capturedMinor: 499 }],
    ['something was refunded besides', [captureEvent()], { capturedMinor: 500, refundedMinor: 1 }],
    ['the authorization changed', [captureEvent()], { capturedMinor: 500, authorizedMinor: 2000 }],
    [
      'it failed, and yet the totals moved',
      [captureEvent({ state: 'failed' })],
      { capturedMinor: 500 },
    ],
  ])('differs when %s', (_, news, totals) => {
    expect(judge(news, totals)).toBe('differs')
  })

  it('waits for a history that does not show yet what the totals show', () => {
    expect(judge([], { capturedMinor: 500 })).toBe('untold')
    expect(judge([], { releasedMinor: 800 }, { kind: 'void', amountMinor: 800 })).toBe('untold')
  })

  it('knows its failure, its promise, and nothing at all', () => {
    expect(judge([captureEvent({ state: 'failed' })], {})).toBe('failed')
    expect(judge([captureEvent({ state: 'pending' })], {})).toBe('pending')
    expect(judge([], {})).toBe('unchanged')
  })

  it('goes by the totals alone where the provider keeps no history', () => {
    const totals = { ...before, capturedMinor: 500 }
    const snapshot = { totals, events: [] } as unknown as TransactionSnapshot
    const asked = { ...operation, baselineEventCount: 0 }
    expect(judgeByTotals(asked, snapshot)).toEqual({ kind: 'succeeded', event: null })
    expect(judgeByTotals({ ...asked, amountMinor: 299 }, snapshot)).toEqual({ kind: 'differs' })
  })
})
