import { describe, expect, it } from 'vitest'
import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { orderNews, unreportedOrder } from './order-news'

const PIECE = 1_000_000
const ITEMS = [
  { lineId: '1', description: 'Wool socks' },
  { lineId: '3', description: 'Gift wrapping' },
]
const socks = { lineId: '1', quantityMicros: 3 * PIECE, amountMinor: 9_900 }
const delivery = { lineId: '2', quantityMicros: PIECE, amountMinor: 4_900 }
const wrapping = { lineId: '3', quantityMicros: PIECE, amountMinor: 4_900 }
const added = { description: 'Gift wrapping', quantityMicros: PIECE, amountMinor: 4_900 }
const removed = { description: '2', quantityMicros: -PIECE, amountMinor: -4_900 }

function authorized(id: string, change: Partial<TransactionEvent> = {}): TransactionEvent {
  const event = captureEvent({ providerEventId: id, kind: 'authorize', amountMinor: 14_800 })
  return { ...event, lines: [], ...change }
}

const opening = authorized('first', { lines: [socks, delivery] })
const newsOf = (events: readonly TransactionEvent[], id: string) => orderNews(events, ITEMS).get(id)

describe('news of an order', () => {
  it('are none of the authorization itself, and of what moves money', () => {
    const capture = captureEvent({ providerEventId: 'capture' })
    expect([...orderNews([opening, capture], ITEMS)]).toEqual([['first', { kind: 'first' }]])
    const declined = authorized('declined', { state: 'failed' })
    expect(newsOf([declined, opening], 'declined')).toBeUndefined()
    expect(orderNews([captureEvent({})], ITEMS).size).toBe(0)
  })

  it('are what a later authorization adds to it and takes out of it (G2)', () => {
    const events = [
      opening,
      authorized('more', { amountMinor: 19_700, lines: [socks, delivery, wrapping] }),
      authorized('less', { amountMinor: 14_800, lines: [socks, wrapping] }),
    ]
    expect(newsOf(events, 'more')).toEqual({ kind: 'changed', changes: [added], lines: [] })
    expect(newsOf(events, 'less')).toEqual({ kind: 'changed', changes: [removed], lines: [] })
  })

  it('name a line that is gone as the order named it then (G2)', () => {
    const kept = [socks, { ...delivery, description: 'Home delivery' }]
    const events = [{ ...opening, lines: kept }, authorized('less', { lines: [socks] })]
    expect(newsOf(events, 'less')).toMatchObject({
      changes: [{ ...removed, description: 'Home delivery' }],
    })
  })

  it('are the new order where the one before is not known (G2)', () => {
    const lines = [socks, wrapping]
    const events = [
      authorized('first'),
      authorized('new', { lines }),
      authorized('same', { lines }),
    ]
    expect(newsOf(events, 'new')).toEqual({ kind: 'changed', changes: [], lines })
    expect(newsOf(events, 'same')).toEqual({ kind: 'same' })
  })

  it('are an amount alone, and none where amount and lines stay, as in an extension', () => {
    const events = [opening, authorized('extended'), authorized('less', { amountMinor: 100 })]
    expect(newsOf(events, 'extended')).toEqual({ kind: 'same' })
    expect(newsOf(events, 'less')).toEqual({ kind: 'changed', changes: [], lines: [] })
  })

  it('leave the order as it was after a refused change', () => {
    const lines = [socks, delivery, wrapping]
    const refused = authorized('refused', { state: 'failed', amountMinor: 19_700, lines })
    const events = [opening, refused, authorized('again', { amountMinor: 19_700, lines })]
    expect(newsOf(events, 'again')).toMatchObject({ changes: [added] })
  })

  it('are told by the lines of an event whose name is not known (G2)', () => {
    const change = { kind: 'other', amountMinor: null } as const
    const events = [
      opening,
      authorized('named', { ...change, lines: [socks, delivery, wrapping] }),
      authorized('other', change),
    ]
    expect(newsOf(events, 'named')).toMatchObject({ changes: [added] })
    expect(newsOf(events, 'other')).toBeUndefined()
  })
})

describe('an order that is not reported', () => {
  const change = authorized('change', { lines: [socks] })

  it('is the one of an authorization without lines that was changed later (G2)', () => {
    const events = [authorized('first'), authorized('extended'), change]
    expect(unreportedOrder(events)).toEqual({ openingId: 'first', changeId: 'change' })
  })

  it('is none where the authorization names it, or nothing changed it', () => {
    expect(unreportedOrder([opening, change])).toBeNull()
    expect(unreportedOrder([authorized('first'), authorized('extended')])).toBeNull()
    expect(unreportedOrder([authorized('first'), { ...change, state: 'failed' }])).toBeNull()
    expect(unreportedOrder([])).toBeNull()
  })
})
