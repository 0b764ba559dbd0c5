import type { OperationKind } from './operation'
import type { OperationView } from './transaction-view'

const DAY_MS = 86_400_000

/**
 * Why the provider's own advice is against trying now, or null. "Do not retry" counts for a day and
 * for the same amount; "later" counts until its time, or for a minute when it names none.
 */
export function retryObstacle(
  refused: readonly Pick<OperationView, 'kind' | 'amountMinor' | 'retry' | 'settledAt'>[],
  kind: OperationKind,
  amountMinor: number,
  now: Date,
): string | null {
  for (const operation of refused) {
    if (operation.kind !== kind || operation.retry === null || operation.settledAt === null)
      continue
    const ageMs = now.getTime() - operation.settledAt.getTime()
    const { retry } = operation
    if (retry.kind === 'do_not_retry' && operation.amountMinor === amountMinor && ageMs < DAY_MS) {
      return 'The provider refused this and asked not to try the same again. Change the amount, or settle it with the provider.'
    }
    if (retry.kind === 'after' && isTooEarly(retry.at, ageMs, now)) {
      return 'The provider refused this and asked to wait before another try. Try again later.'
    }
  }
  return null
}

function isTooEarly(at: string | null, ageMs: number, now: Date): boolean {
  return at === null ? ageMs < 60_000 : now.getTime() < Date.parse(at)
}
