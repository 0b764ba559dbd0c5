import type { Totals } from '@/lib/domain/payment/transaction'
import { isFailedStatus, isPendingStatus, stateOf, wordOf } from './events'
import type { BamboraOperation, BamboraTransaction } from './schema'

const NOTHING: Totals = { authorizedMinor: 0, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }

/**
 * True for a payment that was never granted: its status says so, or nothing of a locked or pending
 * one is available and what was asked for counts as declined (fact sheet §6.1), unless the result of
 * another authorization is still to come.
 */
export function isDeclined(
  { status, total, available }: BamboraTransaction,
  operations: readonly BamboraOperation[],
): boolean {
  if (total.captured > 0) return false
  if (isFailedStatus(status)) return true
  if (!isPendingStatus(status) || available.capture > 0) return false
  const authorizations = operations.filter(({ action }) => wordOf(action) === 'authorize')
  if (authorizations.some((one) => stateOf(one.status) === 'pending')) return false
  const isRefused =
    authorizations.length > 0 && authorizations.every((one) => isFailedStatus(one.status))
  return isRefused || (total.declined ?? 0) > 0
}

/**
 * Authorized, captured and refunded as the provider sums them. What is neither captured nor still
 * available counts as released: a delete gives everything back, and a partial capture without
 * multi-capture uses the authorization up (fact sheet §7.1). What pending captures have claimed is
 * not released, and neither is a payment whose status leaves its result open. Of a
 * declined payment nothing was ever held, whatever the provider sums.
 */
export function totalsOf(
  transaction: BamboraTransaction,
  operations: readonly BamboraOperation[],
): Totals {
  if (isDeclined(transaction, operations)) return NOTHING
  const { authorized, captured, credited } = transaction.total
  const deleted = wordOf(transaction.status) === 'deleted'
  const available = deleted ? 0 : transaction.available.capture + pendingCaptures(operations)
  return {
    authorizedMinor: authorized,
    capturedMinor: captured,
    refundedMinor: credited,
    releasedMinor:
      stateOf(transaction.status) === 'pending'
        ? 0
        : Math.max(0, authorized - captured - available),
  }
}

function pendingCaptures(operations: readonly BamboraOperation[]): number {
  return operations
    .filter(({ action, status }) => wordOf(action) === 'capture' && stateOf(status) === 'pending')
    .reduce((sum, { amount }) => sum + (amount ?? 0), 0)
}
