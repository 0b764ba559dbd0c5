import type { Totals } from '@/lib/domain/payment/transaction'
import { wordOf, isPendingStatus } from './events'
import type { BamboraOperation, BamboraTransaction } from './schema'

/**
 * Authorized, captured and refunded as the provider sums them. What is neither captured nor still
 * available counts as released: a delete gives everything back, and a partial capture without
 * multi-capture uses the authorization up (fact sheet §7.1). What pending captures have claimed is
 * not released.
 */
export function totalsOf(
  transaction: BamboraTransaction,
  operations: readonly BamboraOperation[],
): Totals {
  const { authorized, captured, credited } = transaction.total
  const deleted = wordOf(transaction.status) === 'deleted'
  const available = deleted ? 0 : transaction.available.capture + pendingCaptures(operations)
  return {
    authorizedMinor: authorized,
    capturedMinor: captured,
    refundedMinor: credited,
    releasedMinor: Math.max(0, authorized - captured - available),
  }
}

function pendingCaptures(operations: readonly BamboraOperation[]): number {
  return operations
    .filter(({ action, status }) => wordOf(action) === 'capture' && isPendingStatus(status))
    .reduce((sum, { amount }) => sum + (amount ?? 0), 0)
}
