import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderChanges } from './order-changes'

const PIECE = 1_000_000

function line(lineId: string, pieces: number | null, amountMinor: number) {
  const quantityMicros = pieces === null ? null : pieces * PIECE
  return { lineId, description: `Line ${lineId}`, quantityMicros, amountMinor }
}

const change = (lineId: string, pieces: number | null, amountMinor: number) => ({
  description: `Line ${lineId}`,
  quantityMicros: pieces === null ? null : pieces * PIECE,
  amountMinor,
})

describe('changes of an order', () => {
  const order = [line('a', 2, 200), line('b', 3, 90), line('c', 1, 10)]

  it('name what was added first, then what was changed and removed (H6)', () => {
    const after = [line('a', 1, 100), line('c', 1, 10), line('d', 1, 49)]
    expect(orderChanges(order, after)).toEqual([
      change('d', 1, 49),
      change('a', -1, -100),
      change('b', -3, -90),
    ])
  })

  it('name a line of which the amount alone changed, with no quantity (H6)', () => {
    const after = [line('a', 2, 150), line('b', 3, 90), line('c', 1, 10)]
    expect(orderChanges(order, after)).toEqual([change('a', 0, -50)])
    expect(orderChanges([line('a', null, 20)], [line('a', null, 15)])).toEqual([change('a', 0, -5)])
  })

  it('name a line of which the quantity alone changed (H6)', () => {
    expect(orderChanges([line('a', 2, 0)], [line('a', 3, 0)])).toEqual([change('a', 1, 0)])
  })

  it('have no quantity where it is not known (H6)', () => {
    expect(orderChanges([], [line('a', null, 20)])).toEqual([change('a', null, 20)])
    expect(orderChanges([line('a', null, 20)], [])).toEqual([change('a', null, -20)])
    expect(orderChanges([line('a', null, 20)], [line('a', 1, 20)])).toEqual([change('a', null, 0)])
  })

  it('leave out what stays, also lines that share an id (H6)', () => {
    const shared = [line('a', 1, 10), line('a', 2, 30), line('', 1, 5), line('', 1, 7)]
    expect(orderChanges(shared, shared)).toEqual([])
    expect(orderChanges(shared, [...shared, line('d', 1, 49)])).toEqual([change('d', 1, 49)])
  })

  it('come to the difference between the orders, whatever they are (H6)', () => {
    const anyLine = fc.record({
      lineId: fc.constantFrom('a', 'b', 'c', ''),
      description: fc.constantFrom('Wool sweater', 'Cup'),
      quantityMicros: fc.option(fc.integer({ min: 0, max: 100 * PIECE })),
      amountMinor: fc.integer({ min: -(10 ** 7), max: 10 ** 7 }),
    })
    const sumOf = (lines: readonly { readonly amountMinor: number }[]) =>
      lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    fc.assert(
      fc.property(fc.array(anyLine), fc.array(anyLine), (before, after) => {
        expect(sumOf(orderChanges(before, after))).toBe(sumOf(after) - sumOf(before))
      }),
    )
  })
})
