import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'

/** A line of an order: two pieces for 50,00, of which 10,00 are VAT, unless a test says otherwise. */
export function orderItem(lineId: string, change: Partial<OrderItem> = {}): OrderItem {
  return {
    lineId,
    sku: `sku-${lineId}`,
    description: `Item ${lineId}`,
    quantityMicros: 2_000_000,
    amountMinor: 5_000,
    vatAmountMinor: 1_000,
    vatBasisPoints: 2_500,
    grossAmountMinor: 5_500,
    kind: 'physical',
    ...change,
  }
}
