import { describe, expect, it } from 'vitest'
import type { Totals } from '@/lib/domain/payment/transaction'
import type {
  EventLine,
  OrderItem,
  TransactionEvent,
} from '@/lib/domain/payment/transaction-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { itemProgress, restOfOrder, untiedAmounts } from './item-progress'

function item(lineId: string, quantity: number, amountMinor: number): OrderItem {
  return {
    lineId,
    sku: null,
    description: lineId,
    quantityMicros: quantity * 1_000_000,
    amountMinor,
    vatAmountMinor: null,
    vatBasisPoints: 2500,
    kind: 'physical',
    grossAmountMinor: null,
  }
}

function capture(amountMinor: number, lines: readonly EventLine[]): TransactionEvent {
  return captureEvent({ providerEventId: String(amountMinor), amountMinor, lines })
}

const order = [item('shirt', 2, 20000), item('cup', 4, 8000), item('ship', 1, 990)]
const oneShirt: EventLine = { lineId: 'shirt', quantityMicros: 1_000_000, amountMinor: 10000 }

function feeLine(amountMinor: number): EventLine {
  return { lineId: 'rounding-fee', quantityMicros: 1_000_000, amountMinor }
}

describe('itemProgress', () => {
  it('adds up what captures took of each line', () => {
    const [shirt, cup] = itemProgress(order, [capture(10000, [oneShirt])])
    expect(shirt?.captured).toEqual({ quantityMicros: 1_000_000, amountMinor: 10000 })
    expect(cup?.captured).toEqual({ quantityMicros: 0, amountMinor: 0 })
    expect(shirt?.refunded).toEqual({ quantityMicros: 0, amountMinor: 0 })
  })

  it('adds up the pieces and the money of several events, and each kind by itself', () => {
    const refund = captureEvent({ kind: 'refund', amountMinor: 10000, lines: [oneShirt] })
    const [shirt] = itemProgress(order, [
      capture(10000, [oneShirt]),
      capture(10500, [oneShirt, { lineId: 'ship', quantityMicros: 500_000, amountMinor: 500 }]),
      refund,
    ])
    expect(shirt?.captured).toEqual({ quantityMicros: 2_000_000, amountMinor: 20000 })
    expect(shirt?.refunded).toEqual({ quantityMicros: 1_000_000, amountMinor: 10000 })
  })

  it.each([
    ['a capture by amount', capture(5000, []), 5000],
    ['a capture of more than its lines', capture(10001, [oneShirt]), 1],
    ['a line that the order has not (G3)', capture(5, [feeLine(5)]), 5],
    ['lines of more than their capture', capture(7000, [oneShirt]), 7000],
  ])('keeps what is known by line beside %s (H3)', (_, event, untiedMinor) => {
    const items = itemProgress(order, [capture(10000, [oneShirt]), event])
    const known = untiedMinor === 1 ? 20000 : 10000
    expect(items[0]?.captured?.amountMinor).toBe(known)
    const totals = { capturedMinor: 10000 + (event.amountMinor ?? 0), refundedMinor: 0 }
    expect(untiedAmounts(items, totals)).toEqual({ capturedMinor: untiedMinor, refundedMinor: 0 })
  })

  it('counts a rounding line below zero apart, with the lines of its capture (G3)', () => {
    const items = itemProgress(order, [capture(9999, [oneShirt, feeLine(-1)])])
    expect(items[0]?.captured?.amountMinor).toBe(10000)
    const totals = { capturedMinor: 9999, refundedMinor: 0 }
    expect(untiedAmounts(items, totals)).toEqual({ capturedMinor: -1, refundedMinor: 0 })
  })

  it('keeps the refund by line after one by amount, and each kind by itself (H3)', () => {
    const refund = captureEvent({ kind: 'refund', amountMinor: 10000, lines: [oneShirt] })
    const byAmount = captureEvent({ kind: 'refund', amountMinor: 300 })
    const [shirt, cup] = itemProgress(order, [capture(10000, [oneShirt]), refund, byAmount])
    expect(shirt?.refunded).toEqual({ quantityMicros: 1_000_000, amountMinor: 10000 })
    expect(cup?.refunded).toEqual({ quantityMicros: 0, amountMinor: 0 })
  })

  it('takes a line captured whole by its amount alone as captured whole', () => {
    const whole = capture(20000, [{ lineId: 'shirt', quantityMicros: null, amountMinor: 20000 }])
    expect(itemProgress(order, [whole])[0]?.captured).toEqual({
      quantityMicros: 2_000_000,
      amountMinor: 20000,
    })
  })

  it('says nothing about the pieces of a line of which an amount was captured', () => {
    const part = capture(9000, [{ lineId: 'shirt', quantityMicros: null, amountMinor: 9000 }])
    const [shirt, cup] = itemProgress(order, [part])
    expect(shirt?.captured).toEqual({ quantityMicros: null, amountMinor: 9000 })
    expect(cup?.captured).toEqual({ quantityMicros: 0, amountMinor: 0 })
  })

  it('says nothing about lines that share an id', () => {
    const twins = [item('shirt', 1, 100), item('shirt', 1, 100)]
    expect(itemProgress(twins, []).map((line) => line.captured)).toEqual([null, null])
  })

  it('leaves failed captures out', () => {
    const failed: TransactionEvent = { ...capture(10000, [oneShirt]), state: 'failed' }
    expect(itemProgress(order, [failed])[0]?.captured?.amountMinor).toBe(0)
  })
})

const NOTHING: Totals = { authorizedMinor: 0, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }
const HELD: Totals = { ...NOTHING, authorizedMinor: 1000 }

describe('restOfOrder: nothing is left of an order of which nothing is held (H12)', () => {
  it.each([
    ['an authorized payment', HELD, 'held'],
    ['a voided payment', { ...HELD, releasedMinor: 1000 }, 'released'],
    ['a failed payment', NOTHING, 'none'],
    ['a released rest', { ...HELD, capturedMinor: 400, releasedMinor: 600 }, 'released'],
    ['a captured payment', { ...HELD, capturedMinor: 1000 }, 'none'],
  ] as const)('%s', (_, totals, rest) => {
    expect(restOfOrder(totals)).toBe(rest)
  })
})
