import { ownEvents } from '@/lib/domain/evidence/attribution'
import type { OperationState } from '@/lib/domain/operation/outcome'
import type { EventKind, TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'

/** An action that did not happen: it follows on nothing. */
const NOT_DONE: readonly OperationState[] = ['refused', 'not_sent', 'abandoned']
const MONEY: readonly EventKind[] = ['capture', 'refund', 'void']

/** The stored facts that show if a payment's money was moved outside Paydesk. */
interface Known {
  /** Oldest first. */
  readonly events: readonly TransactionEvent[]
  /** Operations that were requested here. */
  readonly operations: readonly {
    readonly id: string
    readonly reference: string
    readonly createdAt: Date
    readonly state: OperationState
  }[]
  /** Number of events when we first read the payment. */
  readonly firstEventCount: number
}

/**
 * The newest movement of money that was made elsewhere since we know the payment, and on which
 * no action here has followed yet; null when there is none.
 */
export function outsideChange({
  events,
  operations,
  firstEventCount,
}: Known): TransactionEvent | null {
  const own = new Set(
    operations.flatMap(({ id, reference }) => ownEvents(events, { operationId: id, reference })),
  )
  const newest = events
    .slice(firstEventCount)
    .findLast(
      (event) => event.state === 'succeeded' && MONEY.includes(event.kind) && !own.has(event),
    )
  if (newest === undefined) return null
  const { occurredAt } = newest
  if (occurredAt === null) return newest
  const hasFollowed = operations.some(
    ({ createdAt, state }) => createdAt > occurredAt && !NOT_DONE.includes(state),
  )
  return hasFollowed ? null : newest
}
