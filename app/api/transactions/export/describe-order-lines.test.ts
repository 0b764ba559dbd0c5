import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import type { LineProgress, OrderItemProgress } from '@/lib/domain/view/transaction-view'
import type { Locale } from '@/lib/domain/access/person-settings'
import { textCell } from '@/lib/format/table/cell'
import { CSV_FOR_PROGRAMS, CSV_FOR_SPREADSHEETS, csvLine } from '@/lib/format/table/csv'
import { i18nFor } from '@/lib/i18n/i18n'
import { describeOrderLines } from './describe-order-lines'

const PIECE = 1_000_000
const NOTHING: LineProgress = { quantityMicros: 0, amountMinor: 0 }
const sweater: OrderItem = {
  lineId: '1',
  sku: null,
  description: 'Wool sweater',
  quantityMicros: 2 * PIECE,
  amountMinor: 159_800,
  vatAmountMinor: null,
  vatBasisPoints: null,
  kind: 'physical',
  grossAmountMinor: null,
}
const mug: OrderItem = {
  ...sweater,
  lineId: '2',
  description: 'Mug',
  quantityMicros: PIECE,
  amountMinor: 5_000,
}
const one: LineProgress = { quantityMicros: PIECE, amountMinor: 79_900 }

function line(
  item: OrderItem,
  captured: LineProgress | null = NOTHING,
  refunded: LineProgress | null = NOTHING,
): OrderItemProgress {
  return { item, captured, refunded }
}

const sumOf = (items: readonly OrderItemProgress[], part: 'captured' | 'refunded') =>
  items.reduce((sum, progress) => sum + (progress[part]?.amountMinor ?? 0), 0)

interface Otherwise {
  readonly captured?: number
  readonly refunded?: number
  readonly locale?: Locale
}

/** The text of an order; what its lines do not account for was moved by amount. */
function text(
  items: readonly OrderItemProgress[],
  { captured = 0, refunded = 0, locale = 'en' }: Otherwise = {},
): string {
  const totals = {
    authorizedMinor: 164_800,
    capturedMinor: sumOf(items, 'captured') + captured,
    refundedMinor: sumOf(items, 'refunded') + refunded,
    releasedMinor: 0,
  }
  const i18n = i18nFor(locale, 'Europe/Oslo')
  const described = describeOrderLines({ items, totals, currency: 'NOK' }, i18n)
  return (described ?? 'nothing').replaceAll('\u00a0', ' ')
}

describe('order lines of an export', () => {
  it('name each line with what is captured and refunded of it (H6)', () => {
    expect(text([line(sweater, one), line(mug)])).toBe('2 × Wool sweater (1 captured), 1 × Mug')
    expect(text([line(sweater, { ...sweater }, one)])).toBe(
      '2 × Wool sweater (2 captured, 1 refunded)',
    )
    expect(text([line(sweater, { ...sweater }, one)], { locale: 'nb' })).toBe(
      '2 × Wool sweater (2 trukket, 1 refundert)',
    )
  })

  it('give the amount where it is not the share of the quantity, or has none (H6)', () => {
    const lowered = { quantityMicros: PIECE, amountMinor: 10_000 }
    expect(text([line(sweater, { ...sweater }, lowered)])).toBe(
      '2 × Wool sweater (2 captured, NOK 100.00 refunded)',
    )
    const byAmount = { quantityMicros: null, amountMinor: 50_000 }
    expect(text([line(sweater, byAmount)])).toBe('2 × Wool sweater (NOK 500.00 captured)')
    const unknown = { ...sweater, quantityMicros: null }
    expect(text([line(unknown, one)])).toBe('Wool sweater (NOK 799.00 captured)')
  })

  it('have an end for what belongs to no line, as far as lines are known (H6)', () => {
    const shared = [line(mug, null, null), line(mug, null, null)]
    expect(text(shared, { captured: 5_000, refunded: 1_000 })).toBe(
      '1 × Mug, 1 × Mug, not tied to a line: NOK 50.00 captured, NOK 10.00 refunded',
    )
  })

  it('name free lines by quantity, and say nothing of an order without lines (H6)', () => {
    const free = { ...mug, amountMinor: 0 }
    expect(text([line(free, { quantityMicros: PIECE, amountMinor: 0 })])).toBe(
      '1 × Mug (1 captured)',
    )
    expect(text([], { captured: 5_000 })).toBe('nothing')
  })

  it('fit into a cell, and count what does not (H6)', () => {
    const most = LIMITS.export.lineCharacters
    const many = Array.from({ length: 1_000 }, () => line(mug, mug))
    const cell = text(many)
    const [, more] =
      /^(?:1 × Mug \(1 captured\), )+1 × Mug \(1 captured\) and (\d+) more lines$/.exec(cell) ?? []
    expect(Number(more) + (cell.match(/×/g) ?? []).length).toBe(1_000)
    expect(cell.length).toBeLessThan(most + 50)
    const long = text([line({ ...mug, description: `a${'😀'.repeat(most)}` }), line(mug)])
    expect(long).toMatch(/^1 × a(😀)+… and 1 more line$/u)
    expect(long.length).toBeLessThan(most + 50)
  })

  it.each([CSV_FOR_PROGRAMS, CSV_FOR_SPREADSHEETS])(
    'begin no formula, whatever the names are: $separator (H6)',
    (dialect) => {
      const name = fc.string({
        unit: fc.constantFrom(...'=+-@|−＝＋",; \t\u200bA1'),
        maxLength: 8,
      })
      const quantity = fc.constantFrom(null, PIECE)
      const order = fc.array(fc.record({ description: name, quantityMicros: quantity }), {
        minLength: 1,
        maxLength: 4,
      })
      fc.assert(
        fc.property(order, (items) => {
          const cell = text(items.map((item) => line({ ...mug, ...item })))
          const written = csvLine([textCell(cell)], 'UTC', dialect)
          expect(written).not.toMatch(/(^|[,;\t])[\s\p{Cf}"]*[=+\-@|−＝＋]/u)
        }),
        { numRuns: 1_000 },
      )
    },
  )
})
