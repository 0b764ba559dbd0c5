import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareBetween } from '@/lib/domain/money/share'
import type { NewItem } from '@/lib/domain/operation/inputs'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import type { OrderItemProgress } from '@/lib/domain/view/transaction-view'
import { changeOrder, newItemAmounts } from './order-change'

const PIECE = 1_000_000

const sweater: OrderItem = {
  lineId: '1',
  sku: 'SWEATER',
  description: 'Wool sweater',
  quantityMicros: 2 * PIECE,
  amountMinor: 159_800,
  vatAmountMinor: 31_960,
  vatBasisPoints: 2500,
  kind: 'physical',
  grossAmountMinor: 199_800,
}

const wrap: NewItem = {
  description: 'Gift wrapping',
  quantityMicros: PIECE,
  unitPriceMinor: 4_900,
  vatBasisPoints: 2500,
  priceIncludesVat: true,
}

function order(capturedPieces = 0): readonly OrderItemProgress[] {
  const captured = { quantityMicros: capturedPieces * PIECE, amountMinor: capturedPieces * 79_900 }
  return [{ item: sweater, captured, refunded: { quantityMicros: 0, amountMinor: 0 } }]
}

describe('a new line', () => {
  it.each([
    [true, { amountMinor: 4_900, netMinor: 3_920, vatMinor: 980 }],
    [false, { amountMinor: 6_125, netMinor: 4_900, vatMinor: 1_225 }],
  ])('at 49,00 and 25 %% VAT, included: %s', (priceIncludesVat, amounts) => {
    expect(newItemAmounts({ ...wrap, priceIncludesVat })).toEqual(amounts)
  })

  it('always splits into net and VAT without a rest', () => {
    fc.assert(
      fc.property(
        fc.record({
          description: fc.constant('x'),
          quantityMicros: fc.integer({ min: 1, max: 100 * PIECE }),
          unitPriceMinor: fc.integer({ min: 1, max: 10 ** 7 }),
          vatBasisPoints: fc.constantFrom(0, 600, 1200, 1350, 1500, 1900, 2500, 2550),
          priceIncludesVat: fc.boolean(),
        }),
        (item) => {
          const { amountMinor, netMinor, vatMinor } = newItemAmounts(item)
          expect(netMinor + vatMinor).toBe(amountMinor)
          expect(vatMinor).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})

/** A line of 1 to 20 pieces, discounted, of which some are captured in exact shares. */
const changed = fc
  .record({
    pieces: fc.integer({ min: 1, max: 20 }),
    amountMinor: fc.integer({ min: 1, max: 10 ** 7 }),
    discountMinor: fc.integer({ min: 0, max: 10 ** 6 }),
    part: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ pieces, amountMinor, discountMinor, part }): OrderItemProgress => {
    const takenPieces = Math.min(part, pieces)
    const item = { ...sweater, quantityMicros: pieces * PIECE, amountMinor }
    return {
      item: { ...item, grossAmountMinor: amountMinor + discountMinor },
      captured: {
        quantityMicros: takenPieces * PIECE,
        amountMinor: shareBetween(amountMinor, pieces, 0, takenPieces),
      },
      refunded: { quantityMicros: 0, amountMinor: 0 },
    }
  })

const rest: OrderItemProgress = {
  item: { ...sweater, lineId: 'rest' },
  captured: { quantityMicros: 0, amountMinor: 0 },
  refunded: { quantityMicros: 0, amountMinor: 0 },
}

describe('changeOrder', () => {
  it('keeps what is there and adds lines under ids of their own', () => {
    const changed = changeOrder(order(), [wrap, wrap], [])
    expect(changed).toMatchObject({ ok: true, value: { amountMinor: 169_600 } })
    if (!changed.ok) return
    expect(changed.value.items[0]).toEqual(sweater)
    expect(new Set(changed.value.items.map((item) => item.lineId)).size).toBe(3)
  })

  it('scales a line with its VAT and discount, and takes one out at 0', () => {
    const more = changeOrder(order(), [], [{ lineId: '1', quantityMicros: 3 * PIECE }])
    expect(more).toMatchObject({
      value: {
        items: [{ amountMinor: 239_700, vatAmountMinor: 47_940, grossAmountMinor: 299_700 }],
      },
    })
    const out = changeOrder(order(), [wrap], [{ lineId: '1', quantityMicros: 0 }])
    expect(out).toMatchObject({
      value: { amountMinor: 4_900, items: [{ description: 'Gift wrapping' }] },
    })
  })

  it('makes no money of a line that is changed back and forth', () => {
    fc.assert(
      fc.property(changed, fc.integer({ min: 1, max: 30 * PIECE }), (line, other) => {
        const before = line.item
        const there = changeOrder([line, rest], [], [{ lineId: '1', quantityMicros: other }])
        if (!there.ok) {
          expect(there.error.code).toBe('quantity_below_captured')
          return
        }
        const item = there.value.items[0]
        if (item === undefined) throw new Error('the line has gone')
        expect(item.amountMinor).toBeGreaterThanOrEqual(line.captured?.amountMinor ?? 0)
        expect(item.grossAmountMinor).toBeGreaterThanOrEqual(item.amountMinor)
        const quantityMicros = before.quantityMicros ?? 0
        const back = changeOrder([{ ...line, item }, rest], [], [{ lineId: '1', quantityMicros }])
        if (!back.ok) throw new Error(back.error.code)
        expect(back.value.items[0]?.amountMinor).toBeLessThanOrEqual(before.amountMinor)
        expect(there.value.amountMinor).toBe(item.amountMinor + rest.item.amountMinor)
      }),
    )
  })

  it('3 pieces at 100,00 made 2 and 3 again are not 100,01', () => {
    const line = { item: { ...sweater, quantityMicros: 3 * PIECE, amountMinor: 100_00 } }
    const untouched = { ...order()[0], ...line } as OrderItemProgress
    const two = changeOrder([untouched], [], [{ lineId: '1', quantityMicros: 2 * PIECE }])
    if (!two.ok) throw new Error(two.error.code)
    const items = two.value.items.map((item) => ({ ...untouched, item }))
    const three = changeOrder(items, [], [{ lineId: '1', quantityMicros: 3 * PIECE }])
    expect(three).toMatchObject({ value: { amountMinor: 99_99 } })
  })

  it('keeps the pieces that were captured of a line for less than their price', () => {
    const captured = { quantityMicros: 2 * PIECE, amountMinor: 1 }
    const lines = order().map((line) => ({ ...line, captured }))
    expect(changeOrder(lines, [], [{ lineId: '1', quantityMicros: PIECE }])).toMatchObject({
      error: { code: 'quantity_below_captured' },
    })
  })

  it.each([
    ['has no quantity', { quantityMicros: null }, {}],
    ['has no piece', { quantityMicros: 0 }, {}],
    ['was captured without naming lines', {}, { captured: null }],
  ])('divides no line that %s', (_, change, rest) => {
    const lines = order().map((line) => ({ ...line, item: { ...line.item, ...change }, ...rest }))
    expect(changeOrder(lines, [], [{ lineId: '1', quantityMicros: PIECE }])).toMatchObject({
      error: { code: 'line_indivisible' },
    })
  })

  it('refuses a line that comes to more than a number keeps', () => {
    const dear = { ...wrap, unitPriceMinor: Number.MAX_SAFE_INTEGER, quantityMicros: 2 * PIECE }
    expect(changeOrder(order(), [dear], [])).toMatchObject({
      error: { code: 'item_amount_too_large', field: 'additions.0' },
    })
  })

  it('keeps what was captured of a line by its amount alone', () => {
    const captured = { quantityMicros: 0, amountMinor: 79_900 }
    const lines = order().map((line) => ({ ...line, captured }))
    expect(changeOrder(lines, [wrap], [{ lineId: '1', quantityMicros: 0 }])).toMatchObject({
      error: { code: 'quantity_below_captured' },
    })
  })

  it.each([
    [
      'two changes of one line',
      [],
      [
        { lineId: '1', quantityMicros: 3 * PIECE },
        { lineId: '1', quantityMicros: 2 * PIECE },
      ],
      'repeated_line',
    ],
    [
      'less of a line than is captured',
      [],
      [{ lineId: '1', quantityMicros: 0 }],
      'quantity_below_captured',
    ],
    ['an unknown line', [], [{ lineId: '9', quantityMicros: 1 }], 'unknown_line'],
    ['no description', [{ ...wrap, description: ' ' }], [], 'item_without_description'],
    [
      'a description that is too long',
      [{ ...wrap, description: 'x'.repeat(256) }],
      [],
      'item_description_too_long',
    ],
    ['no quantity', [{ ...wrap, quantityMicros: 0 }], [], 'item_quantity_invalid'],
    ['no price', [{ ...wrap, unitPriceMinor: 0 }], [], 'item_price_invalid'],
    ['a fractional price', [{ ...wrap, unitPriceMinor: 0.5 }], [], 'item_price_invalid'],
    ['a VAT rate beyond 100 %', [{ ...wrap, vatBasisPoints: 10_001 }], [], 'item_vat_invalid'],
  ])('refuses %s', (_, additions, changes, code) => {
    expect(changeOrder(order(1), additions, changes)).toMatchObject({ ok: false, error: { code } })
  })

  it('refuses to leave nothing of the order', () => {
    const nothing = changeOrder(order(), [], [{ lineId: '1', quantityMicros: 0 }])
    expect(nothing).toMatchObject({ ok: false, error: { code: 'amount_not_positive' } })
  })

  it('refuses more lines than Klarna takes', () => {
    const many = Array.from({ length: 1_000 }, () => wrap)
    expect(changeOrder(order(), many, [])).toMatchObject({ error: { code: 'too_many_lines' } })
  })
})
