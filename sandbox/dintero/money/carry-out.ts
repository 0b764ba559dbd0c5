import { randomUUID } from 'node:crypto'
import type { DinteroChange, Pending } from '../changes'
import type { Dintero } from '../dintero'
import type { Entry } from '../entry'
import type { Correction, TransactionEvent } from '../transaction'
import { deriveStatus } from './derive-status'
import {
  correctedEvent,
  failedEvent,
  initiateEvent,
  refusalError,
  successEvent,
  type Origin,
} from './events'
import type { MoneyRequest } from './request'
import { totalsOf } from './totals'

/** Optional parts of a write. */
export interface WriteOptions {
  readonly lagMs?: number | undefined
  /** Request id of the accepted operation that ends with this write. */
  readonly closes?: string
}

/** Carries out an operation: the money has moved when this returns. */
export function recordSuccess(
  dintero: Dintero,
  entry: Entry,
  request: MoneyRequest,
  origin: Origin,
  options: WriteOptions = {},
): void {
  const { transaction } = entry
  const nowMs = dintero.now()
  const rules = dintero.state.settings
  const event = successEvent(transaction, request, origin, nowMs, rules)
  const after = { ...transaction, events: [...transaction.events, event] }
  const endsHere =
    request.isFinal &&
    transaction.payment_product === 'dintero_psp' &&
    totalsOf(after).capturable > 0
  const release: MoneyRequest = { operation: 'void', amount: 0, isFinal: false }
  const events = endsHere ? [event, successEvent(after, release, origin, nowMs, rules)] : [event]
  write(dintero, entry, events, nowMs, options, {
    status: events.at(-1)?.transaction_status ?? event.transaction_status,
    ...(request.operation !== 'void' && { settlement_status: 'PENDING_SETTLEMENT' }),
  })
}

/** Writes the refusal of an operation by the payment method. No money has moved. */
export function recordFailure(
  dintero: Dintero,
  entry: Entry,
  request: MoneyRequest,
  origin: Origin,
  expired: boolean,
  options: WriteOptions = {},
): void {
  const error = refusalError(request.operation, expired)
  const withReference = dintero.state.settings.referenceOnFailedEvent
  const nowMs = dintero.now()
  const event = failedEvent(entry.transaction, request, origin, nowMs, error, withReference)
  write(dintero, entry, [event], nowMs, options, {})
}

/** Writes an operation that timed out and whose repair names no event (fact sheet §8.5). */
export function recordCorrected(
  dintero: Dintero,
  entry: Entry,
  request: MoneyRequest,
  origin: Origin,
  happened: boolean,
  options: WriteOptions = {},
): void {
  const nowMs = dintero.now()
  const rules = dintero.state.settings
  const event = correctedEvent(entry.transaction, request, origin, nowMs, happened, rules)
  write(dintero, entry, [event], nowMs, options, {
    status: event.correction.status,
    ...(happened && request.operation !== 'void' && { settlement_status: 'PENDING_SETTLEMENT' }),
  })
}

const CORRECTED_AFTER_MS = 2_000

/**
 * Writes a refusal that is corrected two seconds later: the payment method had done it. The
 * correction stands on the refused event, and names the event that did it or none (fact sheet §7.3).
 */
export function recordRefusedFirst(
  dintero: Dintero,
  entry: Entry,
  request: MoneyRequest,
  origin: Origin,
  names: boolean,
  options: WriteOptions = {},
): void {
  recordFailure(dintero, entry, request, origin, false, options)
  const eventId = entry.transaction.events.at(-1)?.id ?? ''
  dintero.runtime.clock.schedule(CORRECTED_AFTER_MS, () => {
    if (dintero.state.entries.get(entry.id) !== entry) return
    const { transaction } = entry
    const nowMs = dintero.now()
    const rules = dintero.state.settings
    const { operation, amount, isFinal, items } = request
    const repair = { operation, amount, isFinal, ...(items && { items }) }
    const done = successEvent(transaction, repair, ownOrigin(), nowMs, rules)
    const after = totalsOf({ ...transaction, events: [...transaction.events, done] })
    const correction: Correction = {
      ...(names && { event_ids: [done.id] }),
      status: deriveStatus(after, rules),
      remaining_capture_amount: after.capturable,
      remaining_refund_amount: after.refundable,
      remaining_void_amount: after.capturable,
    }
    dintero.record({
      kind: 'update',
      id: entry.id,
      events: names ? [done] : [],
      amends: { eventId, correction },
      set: { status: correction.status, updated_at: new Date(nowMs).toISOString() },
    })
  })
}

/** Accepts an operation; returns the pending one. */
export function recordAccepted(
  dintero: Dintero,
  entry: Entry,
  request: MoneyRequest,
  origin: Origin,
  close: Pick<Pending, 'closeAs'> & { readonly closeAfterMs: number },
  options: WriteOptions = {},
): Pending {
  const nowMs = dintero.now()
  const event = initiateEvent(entry.transaction, request, origin, nowMs)
  const opens: Pending = {
    requestId: origin.requestId,
    request,
    closesAtMs: nowMs + close.closeAfterMs,
    closeAs: close.closeAs,
  }
  write(dintero, entry, [event], nowMs, options, {}, opens)
  return opens
}

/** The author of Dintero's own actions, e.g. the end of an accepted operation. */
export function ownOrigin(correlationId?: string): Origin {
  return { requestId: randomUUID(), ...(correlationId && { correlationId }) }
}

function write(
  dintero: Dintero,
  entry: Entry,
  events: readonly TransactionEvent[],
  nowMs: number,
  options: WriteOptions,
  set: Extract<DinteroChange, { kind: 'update' }>['set'],
  opens?: Pending,
): void {
  dintero.record(
    {
      kind: 'update',
      id: entry.id,
      events,
      set: { ...set, updated_at: new Date(nowMs).toISOString() },
      ...(opens && { opens }),
      ...(options.closes && { closes: options.closes }),
    },
    options.lagMs,
  )
}
