import { amountToShow, attributeByEvents } from '@/lib/domain/evidence/attribution'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { refusalOf } from '@/lib/domain/operation/refusal'
import type { EventKind, TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import { parseJson } from '../http/json-body'
import type { HttpResponse } from '../http/send-request'
import type { OperationCommand, SendResult } from '../port'
import { throttledResult, unknownResult } from '../shared/results'
import { readProblem, refusalOfProblem } from './errors'
import { mapPayment, type Mapped } from './mapper'
import { isAbout } from './payment/read-payment'

/** Statuses with which Bambora says no without having done anything (fact sheet §8). */
const REFUSALS = new Set([400, 401, 402, 403, 404, 415, 422, 451])

/**
 * Interprets one response to a write. Every success is 201 with the whole payment, and only the
 * payment's content counts (§5, invariant I12). A response that is not documented proves nothing.
 */
export function interpretResponse(
  command: OperationCommand,
  accountId: string,
  response: HttpResponse,
  now: Date,
): SendResult {
  if (response.kind === 'not_sent') return { outcome: 'not_sent', message: response.problem }
  if (response.kind === 'no_response') return unknownResult(response.problem)
  const { status, body } = response
  if (status === 201) {
    const payment = mapPayment(parseJson(body)?.value, now)
    if (!payment.ok)
      return unknownResult({ code: 'unreadable_answer', values: { detail: payment.problem } })
    return interpretPayment(command, accountId, payment)
  }
  if (status === 429) return throttledResult(response, now.getTime())
  const problem = readProblem(status, body)
  if (problem?.code === 'payment_operation_blocked') {
    return { outcome: 'not_sent', message: { code: 'busy' } }
  }
  if (REFUSALS.has(status) && problem !== null) {
    return { outcome: 'refused', refusal: refusalOfProblem(status, problem), snapshot: null }
  }
  return unknownResult({ code: 'http_status', values: { status } })
}

function interpretPayment(
  command: OperationCommand,
  accountId: string,
  payment: Mapped,
): SendResult {
  const { snapshot } = payment
  if (!isAbout(payment, accountId, command.transaction.providerTransactionId)) {
    return unknownResult({ code: 'other_payment' })
  }
  if (snapshot.currency !== command.currency) {
    return unknownResult({ code: 'other_currency' })
  }
  const kind = EVENT_KINDS[command.kind]
  if (!payment.isComplete && kind !== 'capture') {
    // Refunds and voids are never listed in this shape: 201 about our payment is all there is.
    return { outcome: 'succeeded', snapshot, providerReference: null }
  }
  const verdict = attributeByEvents(
    marked(snapshot.events, command, kind),
    command,
    amountShown(command),
  )
  switch (verdict.kind) {
    case 'succeeded':
      return { outcome: 'succeeded', snapshot, providerReference: verdict.event.providerEventId }
    case 'refused':
      return { outcome: 'refused', refusal: refusalOf(verdict.event), snapshot }
    case 'contradiction':
      return unknownResult(verdict.problem)
    case 'pending':
    case 'unknown':
    case 'absent':
      return unknownResult({ code: 'not_shown' })
  }
}

const EVENT_KINDS: Readonly<Partial<Record<OperationKind, EventKind>>> = {
  capture: 'capture',
  refund: 'refund',
  void: 'void',
}

/** A cancel shows no amount. */
function amountShown(command: OperationCommand): number | null {
  return command.kind === 'void' ? null : amountToShow(command)
}

/**
 * The events with ours marked. The answer to our own request ends with it; when comments do not
 * come back at all, that is how it is known.
 */
function marked(
  events: readonly TransactionEvent[],
  { operationId, reference }: OperationCommand,
  kind: EventKind | undefined,
): readonly TransactionEvent[] {
  if (events.some((event) => event.reference === reference)) return events
  const last = events.at(-1)
  if (last === undefined || last.kind !== kind || last.reference !== null) return events
  return [...events.slice(0, -1), { ...last, operationId }]
}
