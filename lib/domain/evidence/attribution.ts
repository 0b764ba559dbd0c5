import type { OperationKind } from '@/lib/domain/operation/operation'
import type { CodedStatusDetail } from '@/lib/domain/operation/status-detail'
import type {
  EventState,
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'

/** The references by which an operation of ours is recognised among a payment's events. */
interface OperationReferences {
  readonly operationId: string
  /** The reference that was saved and sent with it. */
  readonly reference: string
}

/**
 * The events that one operation caused: those that carry its id or its reference, and those that
 * close or repair one of these (invariant I9).
 */
export function ownEvents(
  events: readonly TransactionEvent[],
  references: OperationReferences,
): readonly TransactionEvent[] {
  const own = new Set(
    events
      .filter(
        (event) =>
          event.operationId === references.operationId || event.reference === references.reference,
      )
      .map((event) => event.providerEventId),
  )
  for (const event of events) {
    if (event.closes.some((id) => own.has(id))) own.add(event.providerEventId)
  }
  return events.filter((event) => own.has(event.providerEventId))
}

/** The conclusion from a payment's events about one operation of ours. */
export type Verdict =
  | { readonly kind: 'succeeded'; readonly event: TransactionEvent }
  | { readonly kind: 'refused'; readonly event: TransactionEvent }
  | { readonly kind: 'pending'; readonly event: TransactionEvent }
  /** The provider shows it, but does not know itself what became of it. */
  | { readonly kind: 'unknown'; readonly event: TransactionEvent }
  | { readonly kind: 'contradiction'; readonly problem: CodedStatusDetail }
  /** Nothing of ours is there; whether that proves anything depends on when it was read (I8). */
  | { readonly kind: 'absent' }

/**
 * Interprets an operation's own events: success outweighs failure, failure outweighs pending,
 * pending outweighs unknown.
 * `amountMinor` is what a success must show; null where the operation moves no amount.
 */
export function attributeByEvents(
  events: readonly TransactionEvent[],
  references: OperationReferences,
  amountMinor: number | null,
): Verdict {
  const own = ownEvents(events, references)
  const [done, again] = own.filter((event) => event.state === 'succeeded')
  if (again !== undefined) {
    return { kind: 'contradiction', problem: { code: 'reported_twice' } }
  }
  if (done !== undefined) {
    return done.amountMinor === null || amountMinor === null || done.amountMinor === amountMinor
      ? { kind: 'succeeded', event: done }
      : {
          kind: 'contradiction',
          problem: { code: 'other_amount' },
        }
  }
  const failed = own.find((event) => event.state === 'failed')
  if (failed !== undefined) return { kind: 'refused', event: failed }
  const pending = own.find((event) => event.state === 'pending')
  if (pending !== undefined) return { kind: 'pending', event: pending }
  const unknown = own.find((event) => event.state === 'unknown')
  return unknown === undefined ? { kind: 'absent' } : { kind: 'unknown', event: unknown }
}

/** The amount that an operation's event must show; an extension of time moves none. */
export function amountToShow(operation: {
  readonly kind: OperationKind
  readonly amountMinor: number
}): number | null {
  return operation.kind === 'extend_authorization' ? null : operation.amountMinor
}

/** The snapshot with these events marked as caused by an operation of ours. */
export function stampOwn(
  snapshot: TransactionSnapshot,
  eventIds: readonly string[],
  operationId: string,
): TransactionSnapshot {
  const own = new Set(eventIds)
  const events = snapshot.events.map((event) =>
    own.has(event.providerEventId) ? { ...event, operationId } : event,
  )
  return { ...snapshot, events }
}

/** An event as it is stored: of which operation of ours it is, and the state that it had. */
export interface StoredEvent {
  readonly providerEventId: string
  readonly operationId: string | null
  readonly state: EventState
}

/** The stored events that did not succeed and that a read does not show any more. */
export function vanishedEvents(
  { events }: Pick<TransactionSnapshot, 'events'>,
  stored: readonly StoredEvent[],
): readonly StoredEvent[] {
  const shown = new Set(events.map(({ providerEventId }) => providerEventId))
  return stored.filter(
    ({ providerEventId, state }) => state !== 'succeeded' && !shown.has(providerEventId),
  )
}

/** The snapshot with the events marked that are stored as caused by operations of ours. */
export function stampStored(
  snapshot: TransactionSnapshot,
  stored: readonly StoredEvent[],
): TransactionSnapshot {
  const known = new Map(stored.map((event) => [event.providerEventId, event.operationId]))
  const events = snapshot.events.map((event) => {
    const operationId = event.operationId ?? known.get(event.providerEventId) ?? null
    return operationId === event.operationId ? event : { ...event, operationId }
  })
  return { ...snapshot, events }
}
