import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'

/** The largest amount that was ever charged at once; null where no event shows one. */
export function findLargestCharge(
  events: readonly Pick<TransactionEvent, 'kind' | 'state' | 'amountMinor'>[],
): number | null {
  const charges = events
    .filter(({ kind, state }) => kind === 'capture' && state === 'succeeded')
    .flatMap(({ amountMinor }) => amountMinor ?? [])
  return charges.length === 0 ? null : Math.max(...charges)
}
