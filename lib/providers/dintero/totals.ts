import type { Totals } from '@/lib/domain/payment/transaction'
import type { DinteroTransaction } from './schema'
import { sumsAfterEach, sumsBefore } from './sums'

/** Statuses that say the authorization was never granted, or that nobody knows. */
const NOT_GRANTED = new Set(['INITIATED', 'ON_HOLD', 'DECLINED', 'FAILED', 'UNKNOWN'])

/**
 * Authorized, captured, refunded and released, which Dintero doesn't give but which follow from
 * the events (fact sheet §6.4).
 */
export function deriveTotals(transaction: DinteroTransaction): Totals {
  if (NOT_GRANTED.has(transaction.status)) {
    return { authorizedMinor: 0, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }
  }
  const { captured, refunded, released } =
    sumsAfterEach(transaction).at(-1) ?? sumsBefore(transaction)
  return {
    authorizedMinor: transaction.amount,
    capturedMinor: captured,
    refundedMinor: refunded,
    releasedMinor: released,
  }
}
