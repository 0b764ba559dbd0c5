import { describe, expect, it } from 'vitest'
import type { HistoryGap, TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import { itemProgress } from '@/lib/domain/rules/item-progress'
import { captureEvent } from '@/testing/capture-event'
import { orderItem } from '@/testing/order-item'
import { historyEntries } from './history-entries'

const PIECE = 1_000_000
const mug = { lineId: '1', quantityMicros: PIECE, amountMinor: 1_000 }
const items = itemProgress([orderItem('1', { description: 'Mug' })], [])

function authorized(id: string, change: Partial<TransactionEvent> = {}): TransactionEvent {
  const event = captureEvent({ providerEventId: id, kind: 'authorize', amountMinor: 1_000 })
  return { ...event, providerKind: 'AUTHORIZE', ...change }
}

/** The entries of a history in which nothing was requested here, oldest first. */
function entriesOf(events: readonly TransactionEvent[], historyGaps: readonly HistoryGap[] = []) {
  return historyEntries({ items, notes: [], operations: [], events, historyGaps }).toReversed()
}

describe('history of an order that was changed at the provider', () => {
  const lines = [{ ...mug, quantityMicros: 3 * PIECE, amountMinor: 3_000 }]
  const change = authorized('change', { amountMinor: 3_000, lines })

  it('says that it was changed outside Paydesk, and what changed (G2)', () => {
    expect(entriesOf([authorized('first', { lines: [mug] }), change])).toMatchObject([
      { who: { kind: 'customer' }, activity: { kind: 'authorize' }, lines: [], orderChanges: [] },
      {
        who: { kind: 'outside' },
        activity: { of: 'event', kind: 'order_change', providerKind: 'AUTHORIZE' },
        amountMinor: 3_000,
        lines: [],
        orderChanges: [{ description: 'Mug', quantityMicros: 2 * PIECE, amountMinor: 2_000 }],
      },
    ])
  })

  it('shows the new order where the one before it is not known (G2)', () => {
    expect(entriesOf([authorized('first', { lines: [] }), change])[1]).toMatchObject({
      activity: { kind: 'order_change' },
      lines,
      orderChanges: [],
    })
  })

  it('names no one where the provider does not report who, and no customer who authorizes again', () => {
    const events = [authorized('first', { lines: [mug] }), authorized('extended', { lines: [] })]
    const extended = { activity: { kind: 'authorize' }, orderChanges: [] }
    expect(entriesOf(events)[1]).toMatchObject({ ...extended, who: { kind: 'outside' } })
    expect(entriesOf(events, ['who'])[1]).toMatchObject({
      ...extended,
      who: { kind: 'unreported' },
    })
  })
})
