import type { EventKind } from '@/lib/domain/payment/transaction-snapshot'
import { correctionOf } from '@/lib/domain/rules/correction'
import type { OperationView, TransactionView } from '@/lib/domain/view/transaction-view'

const SHOWN_MS = 5 * 60 * 1000

const MOVES: readonly EventKind[] = ['capture', 'refund', 'void']

/**
 * The operation the page should speak of: the open one, or the last one if it settled just now. One
 * that moved no money stays until another is requested or money moves otherwise: people still have
 * to do something about it. One whose refusal was corrected since is over.
 */
export function recentOperation(
  { operations, events }: Pick<TransactionView, 'operations' | 'events'>,
  now: Date,
): OperationView | null {
  const open = operations.find((operation) => operation.settledAt === null)
  if (open !== undefined) return open
  const [last] = operations
  if (last === undefined || last.settledAt === null) return null
  if (correctionOf(last, events) !== null) return null
  const { settledAt, state } = last
  if (now.getTime() - settledAt.getTime() < SHOWN_MS) return last
  const isUndone = state === 'refused' || state === 'not_sent'
  const hasMovedSince = events.some(
    ({ kind, state: became, occurredAt }) =>
      MOVES.includes(kind) && became !== 'failed' && occurredAt !== null && occurredAt > settledAt,
  )
  return isUndone && !hasMovedSince ? last : null
}
