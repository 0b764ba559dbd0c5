import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Totals } from '@/lib/domain/payment/transaction'
import type { OrderItem, TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import type { LineProgress, OrderItemProgress } from '@/lib/domain/view/transaction-view'
import { captureEvent } from '@/testing/capture-event'
import { itemProgress } from './item-progress'
import { everythingLeft, selectLines } from './line-selection'
import { linesToCapture, linesToRefund } from './lines-left'

const PIECE = 1_000_000
const NOTHING: LineProgress = { quantityMicros: 0, amountMinor: 0 }
const UNTOUCHED: Totals = {
  authorizedMinor: 0,
  capturedMinor: 0,
  refundedMinor: 0,
  releasedMinor: 0,
}

function item(lineId: string, quantityMicros: number, amountMinor: number): OrderItem {
  return {
    lineId,
    sku: null,
    description: `Line ${lineId}`,
    quantityMicros,
    amountMinor,
    vatAmountMinor: null,
    vatBasisPoints: 2500,
    kind: 'physical',
    grossAmountMinor: null,
  }
}

function progress(item: OrderItem, captured = NOTHING, refunded = NOTHING): OrderItemProgress {
  return { item, captured, refunded }
}

const shirt = item('1', 2 * PIECE, 20_000)
const mug = item('2', PIECE, 5_000)
const one = { quantityMicros: PIECE, amountMinor: 10_000 }
const both = { quantityMicros: 2 * PIECE, amountMinor: 20_000 }
const captured = { ...UNTOUCHED, authorizedMinor: 25_000, capturedMinor: 25_000 }

describe('lines left to capture or refund', () => {
  it('are of a refund what was captured and not yet refunded, line by line', () => {
    const totals = { ...UNTOUCHED, capturedMinor: 20_000, refundedMinor: 10_000 }
    const [line] = linesToRefund([progress(shirt, both, one)], totals) ?? []
    expect(line).toMatchObject({ leftQuantityMicros: PIECE, leftAmountMinor: 10_000 })
    expect(line?.isCertain).toBe(true)
  })

  it('are not known where a line has no quantity, shares its id, or there are none', () => {
    const totals = { ...UNTOUCHED, authorizedMinor: 20_000 }
    expect(linesToCapture([progress({ ...shirt, quantityMicros: null })], totals)).toBeNull()
    const shared = { item: shirt, captured: null, refunded: null }
    expect(linesToCapture([shared], totals)).toBeNull()
    expect(linesToRefund([shared], totals)).toBeNull()
    expect(linesToCapture([], UNTOUCHED)).toBeNull()
  })

  it('are not known for a capture when the order and the hold differ', () => {
    expect(linesToCapture([progress(shirt)], { ...UNTOUCHED, authorizedMinor: 19_999 })).toBeNull()
  })

  it.each([
    ['more pieces were moved than there are', { quantityMicros: 3 * PIECE, amountMinor: 20_000 }],
    ['it turned from giving to taking', { quantityMicros: PIECE, amountMinor: 20_001 }],
  ])('are nothing of a line when %s', (_, moved) => {
    const totals = { ...UNTOUCHED, authorizedMinor: 24_000, capturedMinor: moved.amountMinor }
    const cup = item('2', PIECE, 4_000)
    const left = linesToCapture([progress(shirt, moved), progress(cup)], totals)
    expect(left).toMatchObject([
      { leftQuantityMicros: 0, leftAmountMinor: 0 },
      { leftQuantityMicros: moved.amountMinor > 20_000 ? 0 : PIECE },
    ])
    expect(left?.every(({ isCertain }) => isCertain)).toBe(false)
  })

  it('are taken whole: what is left of no line is not picked', () => {
    const totals = { ...UNTOUCHED, authorizedMinor: 25_000, capturedMinor: 20_000 }
    const left = linesToCapture([progress(shirt, both), progress(mug)], totals) ?? []
    expect(everythingLeft(left)).toEqual([
      { lineId: '2', quantityMicros: PIECE, amountMinor: null },
    ])
  })
})

describe('lines left beside amounts that name no line', () => {
  it('stay known after a refund by amount that follows one by line (H3)', () => {
    const order = [progress(shirt, both, one), progress(mug, { ...one, amountMinor: 5_000 })]
    const left = linesToRefund(order, { ...captured, refundedMinor: 12_000 })
    expect(left).toMatchObject([
      { leftQuantityMicros: PIECE, leftAmountMinor: 10_000, isCertain: false },
      { leftQuantityMicros: PIECE, leftAmountMinor: 5_000, isCertain: false },
    ])
  })

  it('never come to more than is left of the payment: as many pieces as it has room for (H3)', () => {
    const order = [progress(shirt, both), progress(mug, { ...one, amountMinor: 5_000 })]
    const left = (refundedMinor: number) =>
      linesToRefund(order, { ...captured, refundedMinor })?.map(
        ({ leftQuantityMicros, leftAmountMinor }) => [leftQuantityMicros / PIECE, leftAmountMinor],
      )
    expect(left(13_000)).toEqual([
      [1, 10_000],
      [1, 5_000],
    ])
    expect(left(20_000)).toEqual([
      [0, 0],
      [1, 5_000],
    ])
    expect(left(20_001)).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  it('can be refunded by line after a capture by amount, up to what it took (H3)', () => {
    const order = [progress(shirt), progress(mug)]
    const part = linesToRefund(order, { ...captured, capturedMinor: 12_000 })
    expect(part).toMatchObject([
      { leftQuantityMicros: PIECE, leftAmountMinor: 10_000 },
      { leftAmountMinor: 5_000 },
    ])
    const half = [progress(shirt, one), progress(mug)]
    expect(linesToRefund(half, { ...captured, capturedMinor: 11_000 })).toMatchObject([
      { leftQuantityMicros: PIECE },
      { leftQuantityMicros: 0 },
    ])
  })

  it('count a gift card as room for the lines that it pays (H3)', () => {
    const order = [progress(shirt), progress(item('gift', PIECE, -4_000))]
    const totals = { ...UNTOUCHED, authorizedMinor: 16_000, capturedMinor: 16_000 }
    const left = linesToRefund(order, totals) ?? []
    expect(left[0]).toMatchObject({ leftQuantityMicros: 2 * PIECE, leftAmountMinor: 20_000 })
    expect(selectLines(left, everythingLeft(left))).toMatchObject({
      value: { amountMinor: 16_000 },
    })
  })

  it('take pieces of a line of which only an amount is gone within the rest of it', () => {
    const part = { quantityMicros: null, amountMinor: 5_000 }
    const totals = { ...captured, capturedMinor: 5_000 }
    const left = linesToCapture([progress(shirt, part), progress(mug)], totals) ?? []
    expect(left[0]).toMatchObject({ leftQuantityMicros: 2 * PIECE, leftAmountMinor: 15_000 })
    const choice = { lineId: '1', quantityMicros: PIECE, amountMinor: null }
    expect(selectLines(left, [choice])).toMatchObject({ value: { amountMinor: 10_000 } })
  })
})

/** Random histories: some events name a line, some an amount alone; all stay within the payment. */
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('capture' as const, 'refund' as const),
    line: fc.option(fc.integer({ min: 0, max: 3 })),
    tenths: fc.integer({ min: 1, max: 10 }),
  }),
  { maxLength: 12 },
)
const lines = fc.array(
  fc.record({ pieces: fc.integer({ min: 1, max: 9 }), price: fc.integer({ min: 1, max: 99_999 }) }),
  { minLength: 1, maxLength: 4 },
)

describe('lines left after a random history', () => {
  it('are never more than is left of the payment, nor than can be left of the line (H3)', () => {
    fc.assert(
      fc.property(lines, steps, (order, history) => {
        const items = order.map(({ pieces, price }, index) =>
          item(String(index), pieces * PIECE, pieces * price),
        )
        const authorizedMinor = items.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
        const totals = { ...UNTOUCHED, authorizedMinor }
        const events: TransactionEvent[] = []
        for (const { kind, line, tenths } of history) {
          const sumKey = kind === 'capture' ? 'capturedMinor' : 'refundedMinor'
          const roomMinor =
            (kind === 'capture' ? authorizedMinor : totals.capturedMinor) - totals[sumKey]
          const offered = (kind === 'capture' ? linesToCapture : linesToRefund)(
            itemProgress(items, events),
            totals,
          )
          const picked = line === null ? undefined : offered?.[line]
          const free = Math.floor((roomMinor * tenths) / 10)
          const quantityMicros =
            Math.ceil(((picked?.leftQuantityMicros ?? 0) / PIECE) * (tenths / 10)) * PIECE
          const selected =
            picked === undefined || quantityMicros === 0
              ? null
              : selectLines(offered ?? [], [
                  { lineId: picked.item.lineId, quantityMicros, amountMinor: null },
                ])
          const taken = selected?.ok === true ? selected.value : { amountMinor: free, lines: [] }
          if (taken.amountMinor === 0) continue
          expect(taken.amountMinor).toBeLessThanOrEqual(roomMinor)
          totals[sumKey] += taken.amountMinor
          events.push(captureEvent({ kind, amountMinor: taken.amountMinor, lines: taken.lines }))
        }
        const known = itemProgress(items, events)
        for (const [left, roomMinor] of [
          [linesToCapture(known, totals), authorizedMinor - totals.capturedMinor],
          [linesToRefund(known, totals), totals.capturedMinor - totals.refundedMinor],
        ] as const) {
          for (const { item: line, moved, ...rest } of left ?? []) {
            expect(rest.leftAmountMinor).toBeLessThanOrEqual(roomMinor)
            expect(rest.leftAmountMinor + moved.amountMinor).toBeLessThanOrEqual(line.amountMinor)
            expect(rest.leftQuantityMicros + moved.quantityMicros).toBeLessThanOrEqual(
              line.quantityMicros ?? 0,
            )
          }
        }
      }),
    )
  })
})
