import type {
  Correction,
  EventError,
  EventName,
  MoneyOperation,
  Transaction,
  TransactionEvent,
} from '../transaction'
import { deriveStatus, type StatusRules } from './derive-status'
import { vatOf } from './lines'
import { providerMetadata } from './provider-metadata'
import type { MoneyRequest } from './request'
import type { Settings } from '../settings'
import { totalsOf } from './totals'

/** Author and request of an event; missing for Dintero's own actions. */
export interface Origin {
  readonly requestId: string
  readonly createdBy?: string
  readonly requestHeaders?: Readonly<Record<string, string>>
  /** Request id of the accepted operation that this one closes. */
  readonly correlationId?: string
}

const NAMES = { capture: 'CAPTURE', refund: 'REFUND', void: 'VOID' } as const
const INITIATE_NAMES = {
  capture: 'INITIATE_CAPTURE',
  refund: 'INITIATE_REFUND',
  void: 'INITIATE_VOID',
} as const

/** The event of an operation that was carried out, with the status it leads to. */
export function successEvent(
  transaction: Transaction,
  request: MoneyRequest,
  origin: Origin,
  nowMs: number,
  rules: StatusRules,
): TransactionEvent {
  const { operation, items } = request
  const isVoid = operation === 'void'
  const bare = baseEvent(transaction, NAMES[operation], origin, nowMs)
  const counted = { ...bare, success: true, ...(!isVoid && { amount: request.amount }) }
  const after = totalsOf({ ...transaction, events: [...transaction.events, counted] })
  const metadata = {
    ...providerMetadata(
      transaction,
      operation,
      transaction.events.length + 1,
      after.capturable > 0,
      nowMs,
    ),
    ...request.metadata,
  }
  return {
    ...counted,
    transaction_status: deriveStatus(after, rules),
    ...(items && { calculated_vat_amount: vatOf(items, transaction), items }),
    ...(request.reference !== undefined && { event_reference: request.reference }),
    ...(Object.keys(metadata).length > 0 && { metadata }),
  }
}

/** The event of an operation that the payment method refused; the status stays (fact sheet §8.5). */
export function failedEvent(
  transaction: Transaction,
  request: MoneyRequest,
  origin: Origin,
  nowMs: number,
  error: EventError,
  withReference: boolean,
): TransactionEvent {
  return {
    ...baseEvent(transaction, NAMES[request.operation], origin, nowMs),
    success: false,
    ...(request.operation !== 'void' && { amount: request.amount }),
    ...(request.items && { items: request.items }),
    error,
    ...(withReference && request.reference !== undefined && { event_reference: request.reference }),
    ...(request.metadata && { metadata: request.metadata }),
  }
}

/**
 * The event of an operation that timed out, with a correction that gives its outcome and names no
 * event (fact sheet §7.3). `happened` is true when the payment method had done it.
 */
export function correctedEvent(
  transaction: Transaction,
  request: MoneyRequest,
  origin: Origin,
  nowMs: number,
  happened: boolean,
  rules: StatusRules & Pick<Settings, 'referenceOnFailedEvent'>,
): TransactionEvent & { readonly correction: Correction } {
  const done = successEvent(transaction, request, origin, nowMs, rules)
  const events = happened ? [...transaction.events, done] : transaction.events
  const after = totalsOf({ ...transaction, events })
  return {
    ...failedEvent(transaction, request, origin, nowMs, TIMED_OUT, rules.referenceOnFailedEvent),
    correction: {
      status: deriveStatus(after, rules),
      remaining_capture_amount: after.capturable,
      remaining_refund_amount: after.refundable,
      remaining_void_amount: after.capturable,
    },
  }
}

/** The event of an operation that was only accepted (fact sheet §8.4). */
export function initiateEvent(
  transaction: Transaction,
  request: MoneyRequest,
  origin: Origin,
  nowMs: number,
): TransactionEvent {
  return {
    ...baseEvent(transaction, INITIATE_NAMES[request.operation], origin, nowMs),
    success: true,
    ...(request.operation !== 'void' && { amount: request.amount }),
    ...(request.items && { items: request.items }),
    ...(request.reference !== undefined && { event_reference: request.reference }),
  }
}

/** The payment method's message for a refused operation (fact sheet §11, §16.6). */
export function refusalError(operation: MoneyOperation, expired: boolean): EventError {
  const [code, message] = REFUSALS[operation]
  return {
    code,
    message: expired ? `${message}: authorization has expired` : message,
    type: ['DECLINED'],
    retry_policy: { retry_codes: ['DO_NOT_RETRY'] },
  }
}

/** The first message of a corrected event. */
export const TIMED_OUT: EventError = {
  code: 'TIMEOUT',
  message: 'No answer from the payment method',
  type: ['ERROR'],
}

const REFUSALS: Readonly<Record<MoneyOperation, readonly [string, string]>> = {
  capture: ['CAPTURE_NOT_ALLOWED', 'Capture not allowed'],
  refund: ['REFUND_NOT_ALLOWED', 'Refund not allowed'],
  void: ['CANCEL_NOT_ALLOWED', 'Cancel not allowed'],
}

/** The fields every event has; the status is the present one. */
export function baseEvent(
  transaction: Transaction,
  event: EventName,
  origin: Origin,
  nowMs: number,
): Omit<TransactionEvent, 'success'> {
  return {
    id: String(transaction.events.length + 1),
    event,
    transaction_status: transaction.status,
    request_id: origin.requestId,
    ...(origin.correlationId && { correlation_request_id: origin.correlationId }),
    created_at: new Date(nowMs).toISOString(),
    ...(origin.createdBy && { created_by: origin.createdBy }),
    ...(origin.requestHeaders && { request_headers: origin.requestHeaders }),
  }
}
