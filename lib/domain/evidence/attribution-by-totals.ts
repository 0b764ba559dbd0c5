import type { OperationKind } from '@/lib/domain/operation/operation'
import type { Totals } from '@/lib/domain/payment/transaction'
import type {
  EventKind,
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import type { EventAuthor } from './event-author'

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
  /** One event and the totals show just this operation, but another's doing explains them too. */
  | { readonly kind: 'ambiguous'; readonly event: TransactionEvent }
  /**
   * The only new event is a failed or pending one of just this kind and amount; `change` was made
   * elsewhere besides.
   */
  | {
      readonly kind: 'failed'
      readonly event: TransactionEvent
      readonly change: TransactionEvent | null
    }
  | { readonly kind: 'pending' }
  | { readonly kind: 'unchanged' }
  /** All that has changed was made elsewhere; nothing shows this operation. */
  | { readonly kind: 'elsewhere'; readonly event: TransactionEvent }
  /** The totals moved by just this operation, but the history has nothing new: one of them lags. */
  | { readonly kind: 'untold' }
  /**
   * Something else happened, or more than this operation. `event` is the newest change that is not
   * known as made elsewhere; `mayBeOurs` is true when this operation can be a part of it.
   */
  | {
      readonly kind: 'differs'
      readonly event: TransactionEvent | null
      readonly mayBeOurs: boolean
    }

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
 * (I9). What is known as made elsewhere is set aside first. The operation succeeded only if the
 * totals moved by exactly its amount besides and, where the provider keeps a history, exactly one
 * event of its kind and amount is new there that nothing else can explain.
 */
export function attributeByTotals(
  operation: UnreferencedOperation,
  snapshot: TransactionSnapshot,
  authorOf: (event: TransactionEvent) => EventAuthor,
): TotalsVerdict {
  const news = snapshot.events
    .slice(operation.baselineEventCount)
    .filter(({ kind }) => MONEY_EVENTS.has(kind))
  const others = news.filter((event) => authorOf(event) === 'elsewhere')
  const rest = news.filter((event) => !others.includes(event))
  const [event, ...more] = rest
  const after = snapshot.totals
  const before = totalsBesides(operation, others, rest, after)
  const unchanged = isUnchanged(before, after)
  const moved = hasMoved(operation, before, after)
  const differs = {
    kind: 'differs',
    event: rest.at(-1) ?? null,
    mayBeOurs: mayBeAmong(operation, rest, before, after),
  } as const
  const other = others.findLast(isForeign) ?? null
  if (event === undefined) {
    if (unchanged) return other ? { kind: 'elsewhere', event: other } : { kind: 'unchanged' }
    if (!moved) return differs
    const hasHistory = snapshot.events.length > 0
    return hasHistory ? { kind: 'untold' } : { kind: 'succeeded', event: null }
  }
  if (more.length > 0 || !matchesAmount(operation, event)) return differs
  if (event.state === 'pending' || event.state === 'unknown') return { kind: 'pending' }
  if (event.state === 'failed') {
    return unchanged ? { kind: 'failed', event, change: other } : differs
  }
  if (!moved) return differs
  return authorOf(event) === 'us' ? { kind: 'succeeded', event } : { kind: 'ambiguous', event }
}

/**
 * The totals before the operation, with what was done elsewhere since. How much a capture or void
 * released is not always said, so it counts as theirs unless there may be a void of ours.
 */
function totalsBesides(
  { kind, baselineTotals: before }: UnreferencedOperation,
  others: readonly TransactionEvent[],
  rest: readonly TransactionEvent[],
  after: Totals,
): Totals {
  const released = others.some(isReleasing) && (kind !== 'void' || rest.length === 0)
  return {
    authorizedMinor: before.authorizedMinor,
    capturedMinor: before.capturedMinor + sumOf(others, 'capture'),
    refundedMinor: before.refundedMinor + sumOf(others, 'refund'),
    releasedMinor: released ? after.releasedMinor : before.releasedMinor,
  }
}

/** True when the operation can be a part of a change: as an event like it, or as money without one. */
function mayBeAmong(
  operation: UnreferencedOperation,
  rest: readonly TransactionEvent[],
  before: Totals,
  after: Totals,
): boolean {
  if (rest.some((event) => event.state !== 'failed' && matchesAmount(operation, event))) return true
  switch (operation.kind) {
    case 'capture':
      return after.capturedMinor > before.capturedMinor + sumOf(rest, 'capture')
    case 'refund':
      return after.refundedMinor > before.refundedMinor + sumOf(rest, 'refund')
    default:
      return after.releasedMinor > before.releasedMinor && !rest.some(isReleasing)
  }
}

/** True for a change that no operation of ours made; a failure changed nothing. */
function isForeign({ state, operationId }: TransactionEvent): boolean {
  return state !== 'failed' && operationId === null
}

function isReleasing({ kind, state }: TransactionEvent): boolean {
  return state === 'succeeded' && kind !== 'refund'
}

function sumOf(events: readonly TransactionEvent[], kind: EventKind): number {
  return events
    .filter((event) => event.kind === kind && event.state === 'succeeded')
    .reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0)
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

/** True when no total has moved. */
export function isUnchanged(before: Totals, after: Totals): boolean {
  return (
    before.authorizedMinor === after.authorizedMinor &&
    before.capturedMinor === after.capturedMinor &&
    before.refundedMinor === after.refundedMinor &&
    before.releasedMinor === after.releasedMinor
  )
}

/** A capture may release the rest besides: not every authorization can be captured in parts. */
function hasMoved(
  { kind, amountMinor }: UnreferencedOperation,
  before: Totals,
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
