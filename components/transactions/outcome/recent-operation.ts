import type { OperationView } from '@/lib/domain/view/transaction-view'

const SHOWN_MS = 5 * 60 * 1000

/** The operation the page should speak of: the open one, or the last if it settled just now. */
export function recentOperation(
  operations: readonly OperationView[],
  now: Date,
): OperationView | null {
  const open = operations.find((operation) => operation.settledAt === null)
  if (open !== undefined) return open
  const [last] = operations
  if (last === undefined || last.settledAt === null) return null
  return now.getTime() - last.settledAt.getTime() < SHOWN_MS ? last : null
}
