import { describe, expect, it } from 'vitest'
import type { AmountChoice } from '@/lib/domain/operation/inputs'
import type { MethodRules } from '@/lib/domain/provider/method-rules'
import type { LineLeft } from '@/lib/domain/rules/lines-left'
import { methodRules } from '@/lib/domain/rules/find-method-rules'
import { planAmount } from './plan-amount'

const PIECE = 1_000_000
const USUAL = methodRules('dintero', 'klarna.klarna')

/** Three pieces of together 100,00, none of them taken. */
function threePieces(movedPieces = 0, movedMinor = 0): LineLeft {
  const base = { quantityMicros: 3 * PIECE, amountMinor: 10_000 }
  const moved = { quantityMicros: movedPieces * PIECE, amountMinor: movedMinor }
  return {
    item: {
      lineId: '1',
      sku: null,
      description: 'Socks',
      kind: 'physical',
      grossAmountMinor: null,
      ...base,
      vatAmountMinor: 2_000,
      vatBasisPoints: 2_500,
    },
    base,
    moved,
    leftQuantityMicros: base.quantityMicros - moved.quantityMicros,
    leftAmountMinor: base.amountMinor - moved.amountMinor,
    isCertain: true,
  }
}

function plan(
  choice: AmountChoice,
  change: Partial<MethodRules> = {},
  left: readonly LineLeft[] | null = [threePieces()],
  leftMinor = 10_000,
) {
  const planned = planAmount(choice, leftMinor, left, { ...USUAL, ...change })
  return planned.ok ? planned.value : planned.error.code
}

const all = (amountMinor: number): AmountChoice => ({ mode: 'all', amountMinor })
const amount = (amountMinor: number): AmountChoice => ({ mode: 'amount', amountMinor })
const pieces = (count: number, amountMinor: number): AmountChoice => ({
  mode: 'lines',
  amountMinor,
  lines: [{ lineId: '1', quantityMicros: count * PIECE, amountMinor: null }],
})
const WHOLE_LINES = { lines: 'whole_lines' } as const

describe('planAmount: everything', () => {
  it('is every line with what is left of it', () => {
    const line = { lineId: '1', quantityMicros: 3 * PIECE, amountMinor: 10_000 }
    expect(plan(all(10_000))).toEqual({
      amountMinor: 10_000,
      lines: [{ ...line, vatAmountMinor: 2_000 }],
    })
  })

  it.each([9_999, 10_001])('of another sum than was seen, %i, starts nothing', (amountMinor) => {
    expect(plan(all(amountMinor))).toBe('stale_page')
  })

  it.each([
    ['are not known', null],
    ['do not make it', [threePieces(1, 3_333)]],
    ['may have been moved by amount (H3)', [{ ...threePieces(), isCertain: false }]],
  ])('goes by amount where its lines %s', (_, left) => {
    expect(plan(all(10_000), {}, left)).toEqual({ amountMinor: 10_000, lines: [] })
  })

  it('is refused where its lines are not known and the method wants lines', () => {
    const required = { linesRequired: true, wholeWithoutLines: false }
    expect(plan(all(10_000), required, null)).toBe('lines_required_unknown')
    expect(plan(all(10_000), { ...required, wholeWithoutLines: true }, null)).toEqual({
      amountMinor: 10_000,
      lines: [],
    })
  })
})

describe('planAmount: an amount', () => {
  it('has no lines', () => {
    expect(plan(amount(70))).toEqual({ amountMinor: 70, lines: [] })
  })

  it('is refused where the method wants lines', () => {
    expect(plan(amount(70), { linesRequired: true })).toBe('lines_required')
  })
})

describe('planAmount: lines', () => {
  it('come to what was seen', () => {
    expect(plan(pieces(1, 3_333))).toMatchObject({ amountMinor: 3_333 })
    expect(plan(pieces(1, 3_334))).toBe('lines_differ_from_amount')
  })

  it('are refused where they are not known', () => {
    expect(plan(pieces(1, 3_333), {}, null)).toBe('lines_unknown')
  })

  it('hand on what is wrong with them', () => {
    expect(plan(pieces(4, 13_333))).toBe('quantity_exceeds_left')
  })

  it('are taken whole where the method takes no parts', () => {
    expect(plan(pieces(3, 10_000), WHOLE_LINES)).toMatchObject({ amountMinor: 10_000 })
    expect(plan(pieces(1, 3_333), WHOLE_LINES)).toBe('whole_lines_only')
    const rest = [threePieces(2, 6_667)]
    expect(plan(pieces(1, 3_333), WHOLE_LINES, rest)).toBe('whole_lines_only')
  })
})
