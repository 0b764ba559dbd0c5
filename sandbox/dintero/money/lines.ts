import type { EventItem, Transaction } from '../transaction'
import { totalsOf } from './totals'

/** Captured and refunded amount of each line, in minor units; null where it is unknown. */
export interface LineSums {
  readonly captured: ReadonlyMap<string, number> | null
  readonly refunded: ReadonlyMap<string, number> | null
}

/**
 * Sums per line. They are known as long as every successful operation named its lines, or everything
 * was captured (fact sheet §6.4).
 */
export function lineSums(transaction: Transaction): LineSums {
  const items = transaction.items ?? []
  const itemSum = sumOf(items)
  const whole = itemSum === transaction.amount && totalsOf(transaction).captured === itemSum
  const captured = whole
    ? new Map(items.map((item) => [item.line_id, item.amount]))
    : sumPerLine(transaction, 'CAPTURE')
  return { captured, refunded: sumPerLine(transaction, 'REFUND') }
}

/** Sum of line amounts in minor units. */
export function sumOf(items: readonly EventItem[]): number {
  return items.reduce((sum, item) => sum + item.amount, 0)
}

/** VAT inside the given lines in minor units; taken from the order's lines where not stated. */
export function vatOf(items: readonly EventItem[], transaction: Transaction): number {
  return items.reduce((sum, item) => {
    if (item.vat_amount !== undefined) return sum + Math.round(item.vat_amount)
    const rate = item.vat ?? transaction.items?.find((line) => line.line_id === item.line_id)?.vat
    return sum + vatInside(item.amount, rate ?? 0)
  }, 0)
}

/** VAT contained in a gross amount, rounded to minor units. */
export function vatInside(amountMinor: number, vatPercent: number): number {
  // Rounding a small negative amount gives -0, which JSON and comparisons treat differently from 0.
  return Math.round((amountMinor * vatPercent) / (100 + vatPercent)) || 0
}

function sumPerLine(
  transaction: Transaction,
  name: 'CAPTURE' | 'REFUND',
): ReadonlyMap<string, number> | null {
  const sums = new Map<string, number>()
  for (const event of transaction.events) {
    if (event.correction) return null
    if (event.event !== name || !event.success) continue
    if (!event.items) return null
    for (const item of event.items) {
      sums.set(item.line_id, (sums.get(item.line_id) ?? 0) + item.amount)
    }
  }
  return sums
}
