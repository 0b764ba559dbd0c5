import type { EventLine } from './transaction-snapshot'
import type { OrderItemProgress } from './transaction-view'

/**
 * The lines that a capture of everything left covers. Empty where the lines cannot say: some
 * earlier capture named none, or they don't add up to the amount (a payment may authorize less than
 * its order's items). Such a capture goes by amount alone.
 */
export function remainingLines(
  items: readonly OrderItemProgress[],
  amountMinor: number,
): readonly EventLine[] {
  const lines: EventLine[] = []
  for (const { item, captured } of items) {
    if (captured === null) return []
    const left = item.amountMinor - captured.amountMinor
    if (left === 0) continue
    lines.push({
      lineId: item.lineId,
      quantityMicros:
        item.quantityMicros === null ? null : item.quantityMicros - captured.quantityMicros,
      amountMinor: left,
    })
  }
  const sum = lines.reduce((total, line) => total + line.amountMinor, 0)
  return sum === amountMinor ? lines : []
}
