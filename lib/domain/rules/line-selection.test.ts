import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LineChoice } from '@/lib/domain/operation/inputs'
import type { OperationLine } from '@/lib/domain/operation/operation'
import type { Totals } from '@/lib/domain/payment/transaction'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import type { LineProgress, OrderItemProgress } from '@/lib/domain/view/transaction-view'
import { amountOfQuantity, everythingLeft, selectLines } from './line-selection'
import { linesToCapture, linesToRefund } from './lines-left'

const PIECE = 1_000_000
const NOTHING: LineProgress = { quantityMicros: 0, amountMinor: 0 }

function item(lineId: string, quantityMicros: number, amountMinor: number): OrderItem {
  return {
    lineId,
    sku: null,
    description: `Line ${lineId}`,
    quantityMicros,
    amountMinor,
    vatAmountMinor: Math.trunc(amountMinor / 5) + 0,
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

/** Tenths of each line that a round takes. */
const shares = fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 8, maxLength: 8 }), {
  maxLength: 6,
})
const EVERYTHING: readonly number[] = []

function isSome({ quantityMicros }: LineChoice): boolean {
  return quantityMicros > 0
}

function totalsOf(items: readonly OrderItemProgress[]): Totals {
  const capturedMinor = items.reduce((sum, line) => sum + (line.captured?.amountMinor ?? 0), 0)
  return { authorizedMinor: sumOf(items), capturedMinor, refundedMinor: 0, releasedMinor: 0 }
}

/** The same order captured whole, with what was taken of it as refunded. */
function refunding(items: readonly OrderItemProgress[]): readonly OrderItemProgress[] {
  return items.map(({ item, captured }) => {
    const { quantityMicros, amountMinor } = item
    return {
      item,
      captured: { quantityMicros: quantityMicros ?? 0, amountMinor },
      refunded: captured,
    }
  })
}

function bothOf(items: readonly OrderItemProgress[]): Totals {
  const { authorizedMinor, capturedMinor } = totalsOf(items)
  return { ...UNTOUCHED, capturedMinor: authorizedMinor, refundedMinor: capturedMinor }
}

const UNTOUCHED: Totals = {
  authorizedMinor: 0,
  capturedMinor: 0,
  refundedMinor: 0,
  releasedMinor: 0,
}

function after(line: OrderItemProgress, lines: readonly OperationLine[]): OrderItemProgress {
  const { quantityMicros, amountMinor } = line.captured ?? NOTHING
  const taken = lines.find(({ lineId }) => lineId === line.item.lineId)
  if (taken === undefined) return line
  return progress(line.item, {
    quantityMicros: (quantityMicros ?? 0) + (taken.quantityMicros ?? 0),
    amountMinor: amountMinor + taken.amountMinor,
  })
}

describe('lines taken in parts', () => {
  it.each([
    ['captured', (now: readonly OrderItemProgress[]) => linesToCapture(now, totalsOf(now))],
    ['refunded', (now: readonly OrderItemProgress[]) => linesToRefund(refunding(now), bothOf(now))],
  ])('of several lines at once, %s, add up to each line: amount and VAT', (_, leftOf) => {
    fc.assert(
      fc.property(orders, shares, (order, rounds) => {
        let now = order
        const vat = new Map<string, number>()
        for (const round of [...rounds, EVERYTHING]) {
          const left = leftOf(now) ?? []
          const choices = left.map(({ item: { lineId }, leftQuantityMicros }, index) => ({
            lineId,
            amountMinor: null,
            quantityMicros: Math.floor((leftQuantityMicros * (round[index] ?? 0)) / 10),
          }))
          const wanted = round === EVERYTHING ? everythingLeft(left) : choices.filter(isSome)
          const selected = selectLines(left, wanted)
          if (!selected.ok) {
            // Only where gift cards eat up what the other lines come to.
            expect(selected.error.code).toBe('amount_not_positive')
            continue
          }
          const { lines, amountMinor } = selected.value
          expect(lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(amountMinor)
          for (const { lineId, vatAmountMinor } of lines) {
            vat.set(lineId, (vat.get(lineId) ?? 0) + (vatAmountMinor ?? 0))
          }
          now = now.map((line) => after(line, lines))
        }
        if ((leftOf(now) ?? []).some(({ leftQuantityMicros }) => leftQuantityMicros > 0)) return
        for (const { item: line, captured } of now) {
          expect(captured?.amountMinor).toBe(line.amountMinor)
          expect(vat.get(line.lineId)).toBe(line.vatAmountMinor)
        }
      }),
    )
  })

  it('never take more than is left, and everything left is exactly the rest', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const left = linesToCapture(order, totalsOf(order))
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
      const now = [progress(item('1', 3 * PIECE, 10_000), captured)]
      const left = linesToCapture(now, totalsOf(now))
      const selected = selectLines(left ?? [], [
        { lineId: '1', quantityMicros: PIECE, amountMinor: null },
      ])
      if (!selected.ok) throw new Error(selected.error.code)
      amounts.push(selected.value.amountMinor)
      captured = {
        quantityMicros: (captured.quantityMicros ?? 0) + PIECE,
        amountMinor: captured.amountMinor + selected.value.amountMinor,
      }
    }
    expect(amounts).toEqual([3333, 3334, 3333])
    expect(order).toHaveLength(1)
  })
})

describe('selectLines', () => {
  const order = [progress(item('1', 2 * PIECE, 20_000))]
  const left = linesToCapture(order, totalsOf(order)) ?? []
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
    for (const amountMinor of [5_000, 20_000]) {
      const selected = selectLines(left, [{ ...choice, amountMinor }])
      expect(selected).toMatchObject({ ok: true, value: { amountMinor } })
    }
  })

  it('gives the last piece all that is left, whatever was typed for the first', () => {
    const taken = { quantityMicros: PIECE, amountMinor: 5_000 }
    const now = [progress(item('1', 2 * PIECE, 20_000), taken)]
    const selected = selectLines(linesToCapture(now, totalsOf(now)) ?? [], [choice])
    expect(selected).toMatchObject({
      value: { lines: [{ amountMinor: 15_000, vatAmountMinor: 3_000 }] },
    })
  })

  it('gives a piece its share of the line, and no more than is left of it', () => {
    const taken = { quantityMicros: PIECE, amountMinor: 18_000 }
    const now = [progress(item('1', 3 * PIECE, 20_000), taken)]
    const [line] = linesToCapture(now, totalsOf(now)) ?? []
    if (line === undefined) throw new Error('the line is known')
    expect(amountOfQuantity(line, PIECE)).toBe(2_000)
  })

  it('reckons the VAT from the rate where the line has no VAT of its own', () => {
    const unknown = { ...item('1', 2 * PIECE, 20_000), vatAmountMinor: null }
    const pick = (line: OrderItem) => {
      const now = [progress(line)]
      return selectLines(linesToCapture(now, totalsOf(now)) ?? [], [choice])
    }
    expect(pick(unknown)).toMatchObject({ value: { lines: [{ vatAmountMinor: 2_000 }] } })
    expect(pick({ ...unknown, vatBasisPoints: null })).toMatchObject({
      value: { lines: [{ vatAmountMinor: null }] },
    })
  })

  it('takes of a gift card no more than it gave, and nothing that is not its own', () => {
    const now = [progress(item('1', 2 * PIECE, 20_000)), progress(item('gift', PIECE, -500))]
    const both = linesToCapture(now, totalsOf(now)) ?? []
    const gift = { lineId: 'gift', quantityMicros: PIECE }
    const pick = (amountMinor: number) => selectLines(both, [choice, { ...gift, amountMinor }])
    expect(pick(-500)).toMatchObject({ ok: true, value: { amountMinor: 9_500 } })
    expect(pick(-501)).toMatchObject({ error: { code: 'line_amount_exceeds_left' } })
    expect(pick(1)).toMatchObject({ error: { code: 'line_amount_exceeds_left' } })
  })
})
