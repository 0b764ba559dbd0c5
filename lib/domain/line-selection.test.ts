import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  amountOfQuantity,
  everythingLeft,
  linesToCapture,
  linesToRefund,
  selectLines,
  type LineChoice,
} from './line-selection'
import type { OrderItem } from './transaction-snapshot'
import type { LineProgress, OrderItemProgress } from './transaction-view'

const PIECE = 1_000_000
const NOTHING: LineProgress = { quantityMicros: 0, amountMinor: 0 }

function item(lineId: string, quantityMicros: number, amountMinor: number): OrderItem {
  return {
    lineId,
    sku: null,
    description: `Line ${lineId}`,
    quantityMicros,
    amountMinor,
    vatAmountMinor: Math.trunc(amountMinor / 5),
    vatBasisPoints: 2500,
    kind: 'physical',
    grossAmountMinor: null,
  }
}

function progress(item: OrderItem, captured = NOTHING, refunded = NOTHING): OrderItemProgress {
  return { item, captured, refunded }
}

function sumOf(items: readonly OrderItemProgress[]): number {
  return items.reduce((sum, line) => sum + line.item.amountMinor, 0)
}

/** Random orders: up to 8 lines, pieces and weights, gift cards with negative amounts among them. */
const orders = fc
  .array(
    fc.record({
      pieces: fc.oneof(
        fc.integer({ min: 1, max: 50 }).map((n) => n * PIECE),
        fc.integer({ min: 1, max: 5 * PIECE }),
      ),
      amountMinor: fc.oneof(
        fc.integer({ min: 1, max: 10 ** 7 }),
        fc.integer({ min: -50, max: -1 }),
      ),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((lines) =>
    lines.map(({ pieces, amountMinor }, index) =>
      progress(item(String(index), pieces, amountMinor)),
    ),
  )
  .filter((lines) => sumOf(lines) > 0)

describe('lines taken in parts', () => {
  it('add up to the line exactly, amount and VAT, whatever the parts', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(orders, parts, (order, weights) => {
        const moved = new Map(order.map((line) => [line.item.lineId, { ...NOTHING, vat: 0 }]))
        const rounds = [...weights, 0]
        for (const [index, weight] of rounds.entries()) {
          const now = order.map((line) => progress(line.item, moved.get(line.item.lineId)))
          const left = linesToCapture(now, sumOf(order)) ?? []
          const isLast = index === rounds.length - 1
          for (const line of left) {
            const quantityMicros = isLast
              ? line.leftQuantityMicros
              : Math.floor((line.leftQuantityMicros * weight) / 10)
            const choice: LineChoice = {
              lineId: line.item.lineId,
              quantityMicros,
              amountMinor: null,
            }
            const selected = selectLines([{ ...line }, ...left.filter((l) => l !== line)], [choice])
            if (!selected.ok) continue
            const [taken] = selected.value.lines
            const before = moved.get(line.item.lineId)
            if (taken === undefined || before === undefined) throw new Error('no line')
            moved.set(line.item.lineId, {
              quantityMicros: before.quantityMicros + quantityMicros,
              amountMinor: before.amountMinor + taken.amountMinor,
              vat: before.vat + (taken.vatAmountMinor ?? 0),
            })
          }
        }
        for (const { item: line } of order.filter((entry) => entry.item.amountMinor > 0)) {
          expect(moved.get(line.lineId)).toMatchObject({
            amountMinor: line.amountMinor,
            vat: line.vatAmountMinor,
          })
        }
      }),
    )
  })

  it('never take more than is left, and everything left is exactly the rest', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const left = linesToCapture(order, sumOf(order))
        if (left === null) throw new Error('lines are known')
        for (const line of left) {
          const half = Math.floor(line.leftQuantityMicros / 2)
          expect(Math.abs(amountOfQuantity(line, half))).toBeLessThanOrEqual(
            Math.abs(line.leftAmountMinor),
          )
        }
        expect(selectLines(left, everythingLeft(left))).toMatchObject({
          ok: true,
          value: { amountMinor: sumOf(order) },
        })
      }),
    )
  })

  it('put the rounding on the last piece: 100,00 in three is 33,33 + 33,34 + 33,33', () => {
    const order = [progress(item('1', 3 * PIECE, 10_000))]
    const amounts: number[] = []
    let captured = NOTHING
    for (let piece = 0; piece < 3; piece += 1) {
      const left = linesToCapture([progress(item('1', 3 * PIECE, 10_000), captured)], 10_000)
      const selected = selectLines(left ?? [], [
        { lineId: '1', quantityMicros: PIECE, amountMinor: null },
      ])
      if (!selected.ok) throw new Error(selected.error.code)
      amounts.push(selected.value.amountMinor)
      captured = {
        quantityMicros: captured.quantityMicros + PIECE,
        amountMinor: captured.amountMinor + selected.value.amountMinor,
      }
    }
    expect(amounts).toEqual([3333, 3334, 3333])
    expect(order).toHaveLength(1)
  })
})

describe('selectLines', () => {
  const left = linesToCapture([progress(item('1', 2 * PIECE, 20_000))], 20_000) ?? []
  const choice: LineChoice = { lineId: '1', quantityMicros: PIECE, amountMinor: null }

  it.each([
    ['an unknown line', [{ ...choice, lineId: '7' }], 'unknown_line'],
    ['a line picked twice', [choice, choice], 'repeated_line'],
    [
      'more pieces than are left',
      [{ ...choice, quantityMicros: 3 * PIECE }],
      'quantity_exceeds_left',
    ],
    ['a negative quantity', [{ ...choice, quantityMicros: -PIECE }], 'quantity_invalid'],
    ['a fraction of a millionth', [{ ...choice, quantityMicros: 0.5 }], 'quantity_invalid'],
    [
      'a larger amount than is left',
      [{ ...choice, amountMinor: 20_001 }],
      'line_amount_exceeds_left',
    ],
    ['a negative amount', [{ ...choice, amountMinor: -1 }], 'line_amount_exceeds_left'],
    ['nothing of a line', [{ ...choice, quantityMicros: 0 }], 'nothing_picked'],
    ['nothing at all', [], 'amount_not_positive'],
  ])('refuses %s', (_, choices, code) => {
    expect(selectLines(left, choices)).toMatchObject({ ok: false, error: { code } })
  })

  it('takes a typed amount up to what is left of the line', () => {
    const selected = selectLines(left, [{ ...choice, amountMinor: 5_000 }])
    expect(selected).toMatchObject({ ok: true, value: { amountMinor: 5_000 } })
  })
})

describe('what is left', () => {
  const shirt = item('1', 2 * PIECE, 20_000)
  const one = { quantityMicros: PIECE, amountMinor: 10_000 }

  it('of a refund is what was captured and not yet refunded, line by line', () => {
    const both = { quantityMicros: 2 * PIECE, amountMinor: 20_000 }
    const [line] = linesToRefund([progress(shirt, both, one)]) ?? []
    expect(line).toMatchObject({ leftQuantityMicros: PIECE, leftAmountMinor: 10_000 })
  })

  it('is not known by line when a capture named none', () => {
    expect(linesToCapture([{ item: shirt, captured: null, refunded: NOTHING }], 20_000)).toBeNull()
    expect(linesToRefund([{ item: shirt, captured: null, refunded: NOTHING }])).toBeNull()
  })

  it('is not known by line when the order and the hold differ', () => {
    expect(linesToCapture([progress(shirt)], 19_999)).toBeNull()
    expect(linesToCapture([], 0)).toBeNull()
  })
})
