import { quantityMicrosOf } from '@/lib/domain/money/quantity'
import { NO_REASON } from '@/lib/domain/operation/refusal'
import {
  NO_LINE_ID,
  type EventError,
  type EventKind,
  type EventState,
  type RetryAdvice,
  type TransactionEvent,
} from '@/lib/domain/payment/transaction-snapshot'
import { readText } from '../shared/fields'
import { findFailureCode } from './errors'
import type { DinteroEvent, DinteroTransaction } from './schema'
import { isGranted, sumsAfterEach, sumsBefore, type Sums } from './totals'

/** Identifies our requests among the identification headers that Dintero stores on events. */
export const PLUGIN_NAME = 'paydesk-operation'

const KINDS: Readonly<Record<string, EventKind>> = {
  INITIALIZE: 'initiate',
  INITIATE: 'initiate',
  AUTHORIZE: 'authorize',
  CAPTURE: 'capture',
  REFUND: 'refund',
  VOID: 'void',
  INITIATE_CAPTURE: 'capture',
  INITIATE_REFUND: 'refund',
  INITIATE_VOID: 'void',
  SETTLEMENT: 'settle',
}

const RESULT_IDS = ['klarna:headers:capture_id', 'klarna:headers:refund_id', 'klarna:reference']

/** The sum that each kind of event changes. */
const CHANGES: Readonly<Partial<Record<EventKind, keyof Sums>>> = {
  capture: 'captured',
  refund: 'refunded',
  void: 'released',
}

/** Dintero's events in our words, in the order given (fact sheet §7.3). */
export function mapEvents(
  transaction: DinteroTransaction,
  createdAt: Date,
): readonly TransactionEvent[] {
  const { events = [] } = transaction
  const sums = [sumsBefore(transaction), ...sumsAfterEach(transaction)]
  return events.map((event, index) => {
    const movedMinor = movedAfterAll(event, sums[index], sums[index + 1])
    const success = event.success ?? impliedSuccess(event, transaction)
    return {
      providerEventId: event.id,
      kind: kindOf(event),
      providerKind: event.event,
      state: movedMinor === null ? stateOf(event, success) : 'succeeded',
      amountMinor: (kindOf(event) === 'void' ? null : movedMinor) ?? event.amount ?? null,
      lines: (event.items ?? []).map((item) => ({
        lineId: item.line_id ?? NO_LINE_ID,
        quantityMicros: item.quantity === undefined ? null : quantityMicrosOf(item.quantity),
        amountMinor: item.amount,
      })),
      reference: event.event_reference ?? null,
      operationId: operationIdOf(event),
      providerReference: firstText(event.metadata, RESULT_IDS),
      error: event.success === false ? errorOf(event) : null,
      occurredAt: event.created_at ?? createdAt,
      closes: closedBy(event, events),
    }
  })
}

function kindOf({ event }: DinteroEvent): EventKind {
  return KINDS[event] ?? 'other'
}

function stateOf({ event }: DinteroEvent, success: boolean | undefined): EventState {
  if (success === false) return 'failed'
  return success === undefined || event.startsWith('INITIATE_') ? 'pending' : 'succeeded'
}

/**
 * The result of an event that doesn't name it. A granted payment was authorized, and what moves no
 * money has happened; a movement of money is neither done nor refused as long as nothing says so.
 */
function impliedSuccess(event: DinteroEvent, transaction: DinteroTransaction): boolean | undefined {
  const kind = kindOf(event)
  if (kind === 'authorize') return isGranted(transaction) || undefined
  return CHANGES[kind] === undefined || undefined
}

/**
 * The amount that a failure has moved after all, in minor units: a correction that names no
 * repairing event carries the true result itself (§7.3). It follows from the sums on both sides,
 * never from the status, which is the same after every partial capture (§8.5). Null when nothing
 * was moved.
 */
function movedAfterAll(event: DinteroEvent, before?: Sums, after?: Sums): number | null {
  const { correction, success } = event
  const sum = CHANGES[kindOf(event)]
  if (success === true || correction === undefined || sum === undefined) return null
  if ((correction.event_ids ?? []).length > 0) return null
  const movedMinor = (after?.[sum] ?? 0) - (before?.[sum] ?? 0)
  return movedMinor > 0 ? movedMinor : null
}

function operationIdOf(event: DinteroEvent): string | null {
  const fromMetadata = event.metadata?.ext_operation_id
  if (typeof fromMetadata === 'string') return fromMetadata
  const headers = event.request_headers
  if (headers?.['dintero-system-plugin-name'] !== PLUGIN_NAME) return null
  const fromHeader = headers['dintero-system-plugin-version']
  return typeof fromHeader === 'string' ? fromHeader : null
}

function closedBy(event: DinteroEvent, events: readonly DinteroEvent[]): readonly string[] {
  const opener = event.correlation_request_id
  return events
    .filter(
      (other) =>
        (opener !== undefined && other.request_id === opener) ||
        other.correction?.event_ids?.includes(event.id) === true,
    )
    .map((other) => other.id)
}

function errorOf(event: DinteroEvent): EventError {
  const message = event.error?.message
  return {
    code: findFailureCode(event) ?? (message === undefined ? NO_REASON.code : null),
    message: message ?? NO_REASON.message,
    retry: retryOf(event),
  }
}

function retryOf(event: DinteroEvent): RetryAdvice {
  const canRetry = event.metadata?.['klarna:order_amount_update_can_retry']
  if (canRetry === '1') return { kind: 'at_once' }
  if (canRetry === '0') return { kind: 'do_not_retry' }
  const policy = event.error?.retry_policy
  const codes = policy?.retry_codes ?? []
  if (codes.includes('DO_NOT_RETRY')) return { kind: 'do_not_retry' }
  if (codes.includes('RETRY_AFTER_DELAY'))
    return { kind: 'after', at: policy?.retry_after?.toISOString() ?? null }
  if (codes.includes('RETRY_IMMEDIATELY')) return { kind: 'at_once' }
  return { kind: 'not_said' }
}

function firstText(
  metadata: Readonly<Record<string, unknown>> | undefined,
  keys: readonly string[],
): string | null {
  for (const key of keys) {
    const value = readText(metadata?.[key])
    if (value !== undefined) return value
  }
  return null
}
