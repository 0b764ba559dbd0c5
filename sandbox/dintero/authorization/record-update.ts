import type { TransactionPatch } from '../changes'
import type { Dintero } from '../dintero'
import type { Entry } from '../entry'
import { deriveStatus } from '../money/derive-status'
import { baseEvent, type Origin } from '../money/events'
import { totalsOf } from '../money/totals'
import type { EventError, EventItem } from '../transaction'

/** The values that an accepted change of an authorization sets. */
export interface AuthorizationChange {
  readonly amount: number
  readonly items?: readonly EventItem[] | undefined
  readonly metadata: Readonly<Record<string, string>>
}

/** Writes a successful change: the new total and lines, and its event (fact sheet §16.5). */
export function recordAuthorization(
  dintero: Dintero,
  entry: Entry,
  change: AuthorizationChange,
  origin: Origin,
  lagMs: number | undefined,
): void {
  const { transaction } = entry
  const { settings } = dintero.state
  const nowMs = dintero.now()
  const { amount, items, metadata } = change
  const wasOnHold = transaction.status === 'ON_HOLD'
  const eventName = wasOnHold ? 'AUTHORIZE' : settings.authorizationEvent
  const status = deriveStatus(totalsOf({ ...transaction, amount }), settings)
  const event = {
    ...baseEvent(transaction, eventName, origin, nowMs),
    transaction_status: status,
    success: true,
    amount,
    ...(items && { items }),
    ...(Object.keys(metadata).length > 0 && { metadata }),
  }
  const set: TransactionPatch = {
    amount,
    status,
    ...(items && { items: items.map((item) => ({ ...item })) }),
    updated_at: event.created_at,
  }
  dintero.record({ kind: 'update', id: entry.id, events: [event], set }, lagMs)
}

/** Writes the refusal of a change by Klarna; amount and lines stay. */
export function recordAuthorizationRefusal(
  dintero: Dintero,
  entry: Entry,
  amount: number | undefined,
  metadata: Readonly<Record<string, string>>,
  origin: Origin,
): void {
  const nowMs = dintero.now()
  const event = {
    ...baseEvent(entry.transaction, dintero.state.settings.authorizationEvent, origin, nowMs),
    success: false,
    ...(amount !== undefined && { amount }),
    error: REFUSAL,
    metadata,
  }
  const set = { updated_at: event.created_at }
  dintero.record({ kind: 'update', id: entry.id, events: [event], set })
}

const REFUSAL: EventError = {
  code: 'NOT_ALLOWED',
  message: 'Update authorization not allowed',
  type: ['DECLINED'],
}
