import type { UnreferencedOperation } from '@/lib/domain/evidence/attribution-by-totals'
import type { Totals } from '@/lib/domain/payment/transaction'

/** The totals before the operation below was sent. */
export const BASELINE: Totals = {
  authorizedMinor: 1000,
  capturedMinor: 200,
  refundedMinor: 0,
  releasedMinor: 0,
}

/** A capture of 3,00 without a mark, sent when two events were known. */
export function unmarkedOperation(
  change: Partial<UnreferencedOperation> = {},
): UnreferencedOperation {
  return {
    kind: 'capture',
    amountMinor: 300,
    baselineTotals: BASELINE,
    baselineEventCount: 2,
    sentAt: '2026-03-01T12:00:00.000Z',
    ...change,
  }
}
