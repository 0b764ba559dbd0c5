import type { OperationKind } from '@/lib/domain/operation/operation'
import type { Totals } from '@/lib/domain/payment/transaction'
import type {
  EventKind,
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'

/**
 * An operation without our reference at the provider, with the totals stored before it was sent.
 */
export interface UnreferencedOperation {
  readonly kind: OperationKind
  readonly amountMinor: number
  readonly baselineTotals: Totals
  readonly baselineEventCount: number
  /** Database time of the send (ISO 8601); null when it was never sent. */
  readonly sentAt: string | null
}

/** The conclusion from totals and history together about such an operation. */
export type TotalsVerdict =
  | { readonly kind: 'succeeded'; readonly event: TransactionEvent | null }
  /** The only new event is a failed or pending one of just this kind and amount. */
  | { readonly kind: 'failed'; readonly event: TransactionEvent }
  | { readonly kind: 'pending' }
  | { readonly kind: 'unchanged' }
  /** The totals moved by just this operation, but the history has nothing new: one of them lags. */
  | { readonly kind: 'untold' }
  /** Something else happened, or more than this operation. */
  | { readonly kind: 'differs' }

/** Greatest lag of the provider's clock behind ours. */
const CLOCK_SKEW_MS = 120_000

const EVENT_OF: Readonly<Partial<Record<OperationKind, EventKind>>> = {
  capture: 'capture',
  refund: 'refund',
  void: 'void',
}
const MONEY_EVENTS: ReadonlySet<EventKind> = new Set(['capture', 'refund', 'void'])

/**
 * Interprets an operation whose provider echoes no reference by the totals stored before sending
 * (I9). It succeeded only if they moved by exactly its amount and, where the provider keeps a
 * history, exactly one event of its kind and amount is new there.
 */
export function attributeByTotals(
  operation: UnreferencedOperation,
  snapshot: TransactionSnapshot,
): TotalsVerdict {
  const [event, ...more] = snapshot.events
    .slice(operation.baselineEventCount)
    .filter(({ kind }) => MONEY_EVENTS.has(kind))
  const unchanged = isUnchanged(operation.baselineTotals, snapshot.totals)
  if (event === undefined) {
    if (unchanged) return { kind: 'unchanged' }
    if (!hasMoved(operation, snapshot.totals)) return { kind: 'differs' }
    const hasHistory = snapshot.events.length > 0
    return hasHistory ? { kind: 'untold' } : { kind: 'succeeded', event: null }
  }
  if (more.length > 0 || !matchesAmount(operation, event)) return { kind: 'differs' }
  if (event.state === 'pending') return { kind: 'pending' }
  if (event.state === 'failed') return unchanged ? { kind: 'failed', event } : { kind: 'differs' }
  return hasMoved(operation, snapshot.totals) ? { kind: 'succeeded', event } : { kind: 'differs' }
}

function matchesAmount(operation: UnreferencedOperation, event: TransactionEvent): boolean {
  if (event.kind !== EVENT_OF[operation.kind] || !isSinceSend(operation, event)) return false
  return operation.kind === 'void' || event.amountMinor === operation.amountMinor
}

/** True when an event is not older than the send; an event without a time counts as new. */
export function isSinceSend({ sentAt }: UnreferencedOperation, event: TransactionEvent): boolean {
  if (sentAt === null) return false
  const earliestMs = Date.parse(sentAt) - CLOCK_SKEW_MS
  return event.occurredAt === null || event.occurredAt.getTime() >= earliestMs
}

function isUnchanged(before: Totals, after: Totals): boolean {
  return (
    before.authorizedMinor === after.authorizedMinor &&
    before.capturedMinor === after.capturedMinor &&
    before.refundedMinor === after.refundedMinor &&
    before.releasedMinor === after.releasedMinor
  )
}

/** A capture may release the rest besides: not every authorization can be captured in parts. */
function hasMoved(
  { kind, amountMinor, baselineTotals: before }: UnreferencedOperation,
  after: Totals,
): boolean {
  const moved = {
    captured: after.capturedMinor - before.capturedMinor,
    refunded: after.refundedMinor - before.refundedMinor,
    released: after.releasedMinor - before.releasedMinor,
  }
  if (after.authorizedMinor !== before.authorizedMinor) return false
  return (
    moved.captured === (kind === 'capture' ? amountMinor : 0) &&
    moved.refunded === (kind === 'refund' ? amountMinor : 0) &&
    (kind === 'capture'
      ? moved.released >= 0
      : moved.released === (kind === 'void' ? amountMinor : 0))
  )
}
