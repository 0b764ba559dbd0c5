import type { OperationKind } from '@/lib/domain/operation/operation'
import type { OperationView } from '@/lib/domain/view/transaction-view'

const DAY_MS = 86_400_000

/**
 * A provider's advice against a retry: never the same again, or not before a time (ISO 8601; null:
 * later).
 */
export type AdviceAgainst =
  { readonly kind: 'do_not_retry' } | { readonly kind: 'later'; readonly until: string | null }

/**
 * The denial reason that follows from the provider's own advice, or null. "Do not retry" counts for
 * a day and for the same amount; "later" counts until its time, or for a minute when it names none.
 */
export function retryDenialReason(
  undone: readonly Pick<OperationView, 'kind' | 'amountMinor' | 'retry' | 'settledAt'>[],
  kind: OperationKind,
  amountMinor: number,
  now: Date,
): AdviceAgainst | null {
  for (const operation of undone) {
    if (operation.kind !== kind || operation.retry === null || operation.settledAt === null)
      continue
    const ageMs = now.getTime() - operation.settledAt.getTime()
    const { retry } = operation
    if (retry.kind === 'do_not_retry' && operation.amountMinor === amountMinor && ageMs < DAY_MS) {
      return { kind: 'do_not_retry' }
    }
    if (retry.kind === 'after' && isTooEarly(retry.at, ageMs, now)) {
      return { kind: 'later', until: retry.at }
    }
  }
  return null
}

function isTooEarly(at: string | null, ageMs: number, now: Date): boolean {
  return at === null ? ageMs < 60_000 : now.getTime() < Date.parse(at)
}
