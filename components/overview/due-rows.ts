import { DUES, type Due, type DueSum } from '@/lib/domain/listing/due'
import type { CurrencySum } from '@/lib/domain/money/currency-sum'

interface DueRow {
  readonly due: Due
  readonly count: number
  readonly sums: readonly CurrencySum[]
}

/**
 * The amounts held by the time left to capture them, the most urgent first, currencies always in
 * one order.
 */
export function dueRows(sums: readonly DueSum[]): DueRow[] {
  const inOrder = sums.toSorted((a, b) => a.currency.localeCompare(b.currency))
  return DUES.map((due) => {
    const own = inOrder.filter((sum) => sum.due === due)
    return {
      due,
      count: own.reduce((total, { count }) => total + count, 0),
      sums: own.map(({ currency, heldMinor }) => ({ currency, amountMinor: heldMinor })),
    }
  }).filter(({ count }) => count > 0)
}
