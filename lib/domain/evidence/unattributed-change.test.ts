import { describe, expect, it } from 'vitest'
import type { Totals } from '@/lib/domain/payment/transaction'
import type { EventKind, TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { BASELINE, unmarkedOperation } from '@/testing/unreferenced-operation'
import type { UnreferencedOperation } from './attribution-by-totals'
import { hasUnattributedChange } from './unattributed-change'

/** The events from before the send, which must never count. */
const OLD = [captureEvent({ providerEventId: '1' }), captureEvent({ providerEventId: '2' })]

function isTraced(
  requested: Partial<UnreferencedOperation>,
  news: readonly Partial<TransactionEvent>[],
  moved: Partial<Totals> = {},
): boolean {
  const events = [...OLD, ...news.map((event) => captureEvent(event))]
  return hasUnattributedChange(unmarkedOperation(requested), {
    events,
    totals: { ...BASELINE, ...moved },
  })
}

describe('an unattributed change', () => {
  it.each<[UnreferencedOperation['kind'], EventKind]>([
    ['capture', 'capture'],
    ['charge_again', 'capture'],
    ['confirm_receipt', 'capture'],
    ['refund', 'refund'],
    ['void', 'void'],
  ])('%s: is a new %s of its amount, done or promised', (kind, event) => {
    expect(isTraced({ kind }, [{ kind: event }])).toBe(true)
    expect(isTraced({ kind }, [{ kind: event, state: 'pending' }])).toBe(true)
    expect(isTraced({ kind }, [{ kind: event, state: 'failed' }])).toBe(false)
    expect(isTraced({ kind }, [])).toBe(false)
  })

  it.each([
    ['of another kind', { kind: 'refund' }],
    ['of another amount', { amountMinor: 299 }],
    ['without an amount', { amountMinor: null }],
    ['of another operation of ours', { operationId: 'op-2' }],
    ['from before the send', { occurredAt: new Date('2026-03-01T11:57:59.000Z') }],
  ] as const)('capture: is no event %s', (_, event) => {
    expect(isTraced({}, [event])).toBe(false)
  })

  it('void: is any release, whatever amount its event has', () => {
    expect(isTraced({ kind: 'void' }, [{ kind: 'void', amountMinor: null }])).toBe(true)
    expect(isTraced({ kind: 'void' }, [{ kind: 'void', amountMinor: 1 }])).toBe(true)
  })

  it('is searched among events that the clocks put shortly before the send', () => {
    const occurredAt = new Date('2026-03-01T11:58:00.000Z')
    expect(isTraced({}, [{ occurredAt }])).toBe(true)
    expect(isTraced({}, [{ occurredAt: null }])).toBe(true)
  })

  it.each([
    ['capture', { capturedMinor: 201 }],
    ['refund', { refundedMinor: 1 }],
    ['void', { releasedMinor: 1 }],
  ] as const)('%s: is a total that moved its way without an event', (kind, moved) => {
    expect(isTraced({ kind }, [], moved)).toBe(true)
  })

  it.each([
    ['capture', { refundedMinor: 300, releasedMinor: 300 }],
    ['capture', { capturedMinor: 199 }],
    ['refund', { capturedMinor: 500 }],
    ['void', { capturedMinor: 500 }],
  ] as const)('%s: is no total that moved another way: %o', (kind, moved) => {
    expect(isTraced({ kind }, [], moved)).toBe(false)
  })

  it.each([
    ['capture', { capturedMinor: 210 }, { kind: 'capture', amountMinor: 10 }],
    ['refund', { refundedMinor: 10 }, { kind: 'refund', amountMinor: 10 }],
    ['void', { releasedMinor: 10 }, { kind: 'capture', amountMinor: 10 }],
  ] as const)('%s: is no total that an event of others explains', (kind, moved, event) => {
    expect(isTraced({ kind }, [event], moved)).toBe(false)
  })

  it('change of the order: is the new total, where it is another than before', () => {
    const kind = 'update_authorization'
    expect(isTraced({ kind, amountMinor: 1_500 }, [], { authorizedMinor: 1_500 })).toBe(true)
    expect(isTraced({ kind, amountMinor: 1_500 }, [], { authorizedMinor: 1_400 })).toBe(false)
    expect(isTraced({ kind, amountMinor: 1_000 }, [])).toBe(false)
  })

  it.each(['extend_authorization', 'pay_out'] as const)('%s: leaves none', (kind) => {
    expect(isTraced({ kind }, [{}], { capturedMinor: 500 })).toBe(false)
  })

  it('is none of what never was sent', () => {
    expect(isTraced({ sentAt: null }, [{}])).toBe(false)
  })
})
