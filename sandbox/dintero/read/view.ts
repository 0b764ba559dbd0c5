import type { Transaction, TransactionEvent } from '../transaction'

/** Parts of a transaction that are shown on request only (fact sheet §5.1). */
export type Includes = ReadonlySet<string>

/** Additional parts in the response to a capture, refund, void or update. */
export const WRITE_INCLUDES: Includes = new Set([
  'events.request_headers',
  'initiating_system_request_headers',
])

/** The transaction in a response. */
export function viewOf(transaction: Transaction, includes: Includes): object {
  const { initiating_system_request_headers, card, events, ...rest } = transaction
  return {
    ...rest,
    ...(card && { card: cardView(card, includes) }),
    ...(includes.has('session') || includes.has('session.events.latest')
      ? { session: sessionView(transaction, includes) }
      : {}),
    ...(includes.has('initiating_system_request_headers') &&
      initiating_system_request_headers && { initiating_system_request_headers }),
    events: eventsView(events, includes),
  }
}

function eventsView(
  events: readonly TransactionEvent[],
  includes: Includes,
): readonly TransactionEvent[] {
  const shownEvents = includes.has('events.success.true')
    ? events.filter((one) => one.success)
    : events
  if (includes.has('events.request_headers')) return shownEvents
  return shownEvents.map((event) => {
    if (!event.request_headers) return event
    const { request_headers: _hidden, ...shown } = event
    return shown
  })
}

function cardView(card: NonNullable<Transaction['card']>, includes: Includes): object {
  const { payment_token, recurrence_token, ...shown } = card
  return {
    ...shown,
    ...(includes.has('card.payment_token') && payment_token && { payment_token }),
    ...(includes.has('card.recurrence_token') && recurrence_token && { recurrence_token }),
  }
}

function sessionView(transaction: Transaction, includes: Includes): object {
  return {
    id: transaction.session_id,
    url: {
      return_url: transaction.url?.redirect_url ?? 'https://shop.example/return',
      ...(transaction.url?.callback_url && { callback_url: transaction.url.callback_url }),
    },
    configuration: configurationOf(transaction),
    transaction_id: transaction.id,
    order: {
      amount: transaction.amount,
      currency: transaction.currency,
      merchant_reference: transaction.merchant_reference,
      ...(transaction.items && { items: transaction.items }),
    },
    created_at: transaction.created_at,
    ...(includes.has('session.events.latest') && {
      events: [latestEvent(transaction)],
    }),
  }
}

/** The method with which it was paid, switched on: `{ klarna: { klarna: { enabled: true } } }`. */
function configurationOf({ payment_product, payment_product_type }: Transaction): object {
  const [product = payment_product, type] = payment_product_type.split('.')
  return { [product]: type === undefined ? { enabled: true } : { [type]: { enabled: true } } }
}

const SESSION_ENDS: Readonly<Partial<Record<Transaction['status'], string>>> = {
  INITIATED: 'INITIATED',
  ON_HOLD: 'ON_HOLD_CALLBACK_SENT',
  DECLINED: 'DECLINED',
  FAILED: 'FAILED',
  UNKNOWN: 'UNKNOWN',
}

/** The last event of the session, by the names of the published definition (NODE, `SessionMeta`). */
function latestEvent({ status, created_at, session_id }: Transaction): object {
  return { id: `${session_id}.1`, name: SESSION_ENDS[status] ?? 'AUTHORIZED', created_at }
}
