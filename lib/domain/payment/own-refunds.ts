import type { TransactionSnapshot } from './transaction-snapshot'

/** True for a payment whose refunds the provider leaves out: only our own are known. */
export function hidesRefunds({ historyGaps }: TransactionSnapshot): boolean {
  return historyGaps.includes('refund')
}

/**
 * The snapshot of a provider that names no refunds, with those that were made here and succeeded.
 * They explain a payment that is said to be refunded. More than was captured is never counted.
 * @param refundedMinor the sum of our succeeded refunds in minor units
 */
export function withOwnRefunds(
  snapshot: TransactionSnapshot,
  refundedMinor: number,
): TransactionSnapshot {
  const { totals, phase, isRefunded } = snapshot
  if (!hidesRefunds(snapshot) || refundedMinor <= totals.refundedMinor) return snapshot
  return {
    ...snapshot,
    phase: isRefunded === true && phase === 'unknown' ? 'open' : phase,
    totals: { ...totals, refundedMinor: Math.min(refundedMinor, totals.capturedMinor) },
  }
}
