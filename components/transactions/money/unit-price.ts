import { QUANTITY_SCALE } from '@/lib/domain/money/quantity'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'

/** What one piece costs; null for a single piece, parts of pieces, and prices that are not exact. */
export function unitPriceMinor(
  item: Pick<OrderItem, 'amountMinor' | 'quantityMicros'>,
): number | null {
  if (item.quantityMicros === null || item.quantityMicros % QUANTITY_SCALE !== 0) return null
  const pieces = item.quantityMicros / QUANTITY_SCALE
  if (pieces < 2 || item.amountMinor % pieces !== 0) return null
  return item.amountMinor / pieces
}
