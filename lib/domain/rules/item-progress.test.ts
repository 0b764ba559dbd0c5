import { describe, expect, it } from 'vitest'
import type {
  EventLine,
  OrderItem,
  TransactionEvent,
} from '@/lib/domain/payment/transaction-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { itemProgress } from './item-progress'

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
    ['a capture names no lines', [capture(10000, [])]],
    ['a capture’s lines do not add up', [capture(10001, [oneShirt])]],
    [
      'a capture names an unknown line',
      [capture(5, [{ ...oneShirt, lineId: 'x', amountMinor: 5 }])],
    ],
  ])('says nothing about lines when %s', (_, events) => {
    expect(itemProgress(order, events).map((line) => line.captured)).toEqual([null, null, null])
  })

  it('takes a line captured whole by its amount alone as captured whole', () => {
    const whole = capture(20000, [{ lineId: 'shirt', quantityMicros: null, amountMinor: 20000 }])
    expect(itemProgress(order, [whole])[0]?.captured).toEqual({
      quantityMicros: 2_000_000,
      amountMinor: 20000,
    })
  })

  it('says nothing about a line of which a part was captured without a quantity', () => {
    const part = capture(9000, [{ lineId: 'shirt', quantityMicros: null, amountMinor: 9000 }])
    const [shirt, cup] = itemProgress(order, [part])
    expect(shirt?.captured).toBeNull()
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
