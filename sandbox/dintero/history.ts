import { deriveStatus } from './money/derive-status'
import { baseEvent, failedEvent, successEvent, type Origin } from './money/events'
import type { MoneyRequest } from './money/request'
import { totalsOf } from './money/totals'
import { DEFAULT_SETTINGS } from './settings'
import type { EventError, Status, Transaction, TransactionEvent } from './transaction'

/** Values of a transaction before its first event. */
export type Beginning = Omit<
  Transaction,
  'version' | 'status' | 'settlement_status' | 'events' | 'updated_at'
>

/** A transaction whose customer has just started to pay. */
export function begin(beginning: Beginning, requestId: string): Transaction {
  const fresh: Transaction = {
    ...beginning,
    version: 0,
    status: 'INITIATED',
    settlement_status: 'NOT_SETTLED',
    events: [],
    updated_at: beginning.created_at,
  }
  const atMs = Date.parse(beginning.created_at)
  return happen(fresh, { ...baseEvent(fresh, 'INITIALIZE', { requestId }, atMs), success: true })
}

/** The customer's payment is reserved. */
export function authorize(
  transaction: Transaction,
  atMs: number,
  requestId: string,
  metadata: Readonly<Record<string, string>>,
): Transaction {
  return happen(transaction, {
    ...baseEvent(transaction, 'AUTHORIZE', { requestId }, atMs),
    transaction_status: deriveStatus(totalsOf(transaction), DEFAULT_SETTINGS),
    success: true,
    amount: transaction.amount,
    ...(Object.keys(metadata).length > 0 && { metadata }),
  })
}

/** Stops the payment in this status, e.g. DECLINED or ON_HOLD. */
export function stopAt(
  transaction: Transaction,
  status: Status,
  atMs: number,
  requestId: string,
  error?: EventError,
): Transaction {
  return happen(transaction, {
    ...baseEvent(transaction, 'AUTHORIZE', { requestId }, atMs),
    transaction_status: status,
    success: error === undefined,
    amount: transaction.amount,
    ...(error && { error }),
  })
}

/** Captures a payment of a method without a reservation, without a capture event. */
export function captureSilently(
  transaction: Transaction,
  atMs: number,
  requestId: string,
): Transaction {
  const captured = stopAt(transaction, 'CAPTURED', atMs, requestId)
  return { ...captured, settlement_status: 'PENDING_SETTLEMENT' }
}

/** A capture, refund or void that was carried out at that time. */
export function perform(
  transaction: Transaction,
  request: MoneyRequest,
  origin: Origin,
  atMs: number,
): Transaction {
  const event = successEvent(transaction, request, origin, atMs, DEFAULT_SETTINGS)
  const after = happen(transaction, event)
  return request.operation === 'void'
    ? after
    : { ...after, settlement_status: 'PENDING_SETTLEMENT' }
}

/** A capture, refund or void that the payment method refused at that time. */
export function performFailed(
  transaction: Transaction,
  request: MoneyRequest,
  origin: Origin,
  atMs: number,
  error: EventError,
): Transaction {
  return happen(transaction, failedEvent(transaction, request, origin, atMs, error, true))
}

/** Adds an event and sets status and time of change. */
export function happen(transaction: Transaction, event: TransactionEvent): Transaction {
  return {
    ...transaction,
    version: transaction.version + 1,
    status: event.transaction_status,
    events: [...transaction.events, event],
    updated_at: event.created_at,
  }
}
