import { describe, expect, it } from 'vitest'
import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import { authorizedSnapshot } from '@/testing/authorized-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { BASELINE as before, unmarkedOperation } from '@/testing/unreferenced-operation'
import { attributeByTotals, type UnreferencedOperation } from './attribution-by-totals'
import type { EventAuthor } from './event-author'

const old = [
  captureEvent({ providerEventId: '1', kind: 'authorize' }),
  captureEvent({ providerEventId: '2' }),
]

function interpret(
  news: readonly TransactionEvent[],
  totals: Partial<typeof before>,
  requested: Partial<UnreferencedOperation> = {},
  author: EventAuthor = 'us',
) {
  const events = [...old, ...news]
  const snapshot = authorizedSnapshot({ totals: { ...before, ...totals }, events })
  return attributeByTotals(unmarkedOperation(requested), snapshot, () => author).kind
}

describe('attributeByTotals', () => {
  it('has succeeded when totals and history moved by just this operation', () => {
    expect(interpret([captureEvent()], { capturedMinor: 500 })).toBe('succeeded')
    const refund = captureEvent({ kind: 'refund', amountMinor: 100 })
    expect(interpret([refund], { refundedMinor: 100 }, { kind: 'refund', amountMinor: 100 })).toBe(
      'succeeded',
    )
    const release = captureEvent({ kind: 'void', amountMinor: null })
    expect(interpret([release], { releasedMinor: 800 }, { kind: 'void', amountMinor: 800 })).toBe(
      'succeeded',
    )
  })

  it('takes a capture that uses up the rest', () => {
    expect(interpret([captureEvent()], { capturedMinor: 500, releasedMinor: 500 })).toBe(
      'succeeded',
    )
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
    expect(interpret(news, totals)).toBe('differs')
  })

  it('waits for a history that does not show yet what the totals show', () => {
    expect(interpret([], { capturedMinor: 500 })).toBe('untold')
    expect(interpret([], { releasedMinor: 800 }, { kind: 'void', amountMinor: 800 })).toBe('untold')
  })

  it('recognises its failure, its pending event, and no event at all', () => {
    expect(interpret([captureEvent({ state: 'failed' })], {})).toBe('failed')
    expect(interpret([captureEvent({ state: 'pending' })], {})).toBe('pending')
    expect(interpret([], {})).toBe('unchanged')
  })

  it('goes by the totals alone where the provider keeps no history', () => {
    const totals = { ...before, capturedMinor: 500 }
    const snapshot = authorizedSnapshot({ totals, events: [] })
    const requested = unmarkedOperation({ baselineEventCount: 0 })
    expect(attributeByTotals(requested, snapshot, () => 'us')).toEqual({
      kind: 'succeeded',
      event: null,
    })
    expect(
      attributeByTotals({ ...requested, amountMinor: 299 }, snapshot, () => 'us'),
    ).toMatchObject({
      kind: 'differs',
    })
  })

  it.each([
    ['2026-03-01T11:58:00.000Z', 'succeeded'],
    ['2026-03-01T11:57:59.999Z', 'differs'],
  ])('takes an event of %s, by a clock that is behind, for one that %s', (at, verdict) => {
    const news = [captureEvent({ occurredAt: new Date(at) })]
    expect(interpret(news, { capturedMinor: 500 })).toBe(verdict)
  })

  it('takes an event without a time for new, but none where nothing was sent', () => {
    const news = [captureEvent({ occurredAt: null })]
    expect(interpret(news, { capturedMinor: 500 })).toBe('succeeded')
    expect(interpret(news, { capturedMinor: 500 }, { sentAt: null })).toBe('differs')
  })

  it.each([
    ['capture', 'refund', { refundedMinor: 300 }],
    ['refund', 'capture', { capturedMinor: 500 }],
    ['void', 'capture', { capturedMinor: 500 }],
  ] as const)('%s: differs when a %s of its amount was made instead', (kind, other, totals) => {
    expect(interpret([captureEvent({ kind: other })], totals, { kind })).toBe('differs')
  })

  it.each([
    ['is of another kind', [captureEvent({ kind: 'refund' })]],
    ['is over another amount', [captureEvent({ amountMinor: 299 })]],
    ['has no amount', [captureEvent({ amountMinor: null })]],
    ['is not alone', [captureEvent(), captureEvent({ providerEventId: '4', state: 'failed' })]],
  ])('differs when the totals moved just so, but the event %s', (_, news) => {
    expect(interpret(news, { capturedMinor: 500 })).toBe('differs')
  })

  it.each([
    ['refund', { refundedMinor: 301 }],
    ['refund', { refundedMinor: 300, releasedMinor: 1 }],
    ['refund', { refundedMinor: 300, capturedMinor: 201 }],
    ['void', { releasedMinor: 299 }],
    ['void', { releasedMinor: 300, capturedMinor: 201 }],
    ['capture', { capturedMinor: 500, releasedMinor: -1 }],
  ] as const)('%s: differs when the totals moved otherwise: %o', (kind, totals) => {
    const event = captureEvent({ kind, amountMinor: kind === 'void' ? null : 300 })
    expect(interpret([event], totals, { kind })).toBe('differs')
  })

  it.each([
    { authorizedMinor: 999 },
    { capturedMinor: 201 },
    { refundedMinor: 1 },
    { releasedMinor: 1 },
  ])('a failure differs when a total moved besides: %o', (totals) => {
    expect(interpret([captureEvent({ state: 'failed' })], totals)).toBe('differs')
  })

  it('leaves events out that move no money', () => {
    const news = [captureEvent({ providerEventId: '9', kind: 'authorize' }), captureEvent()]
    expect(interpret(news, { capturedMinor: 500 })).toBe('succeeded')
  })

  it('leaves open whose an event is that another may have made as well', () => {
    expect(interpret([captureEvent()], { capturedMinor: 500 }, {}, 'unknown')).toBe('ambiguous')
  })

  it('does not take for ours what is known as made elsewhere, though it is the same', () => {
    expect(interpret([captureEvent()], { capturedMinor: 500 }, {}, 'elsewhere')).toBe('elsewhere')
  })

  it('explains a release by the void or the capture that was made elsewhere', () => {
    const release = captureEvent({ kind: 'void', amountMinor: null })
    expect(interpret([release], { releasedMinor: 800 }, {}, 'elsewhere')).toBe('elsewhere')
    const last = { capturedMinor: 500, releasedMinor: 500 }
    expect(interpret([captureEvent()], last, {}, 'elsewhere')).toBe('elsewhere')
  })
})
