import { amountToShow, attributeByEvents } from '@/lib/domain/evidence/attribution'
import { refusalOf } from '@/lib/domain/operation/refusal'
import type { CodedStatusDetail } from '@/lib/domain/operation/status-detail'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { parseJson } from '../http/json-body'
import type { HttpResponse } from '../http/send-request'
import type { OperationCommand, SendResult } from '../port'
import { throttledResult, unknownResult } from '../shared/results'
import { errorMessage, findKnownCode } from './errors'
import { mapTransaction } from './mapper'

/** Statuses with which Dintero says no without having done anything (fact sheet §3.2). */
const REFUSALS = new Set([400, 401, 403, 404, 409, 422])

const ACCEPTED: CodedStatusDetail = { code: 'accepted_for_later' }

/**
 * Interprets one response to a write. HTTP 200 proves nothing by itself: only an event of ours in
 * the returned transaction does (§8.5, invariant I12).
 */
export function interpretResponse(command: OperationCommand, response: HttpResponse): SendResult {
  if (response.kind === 'not_sent') return { outcome: 'not_sent', message: response.problem }
  if (response.kind === 'no_response') return unknownResult(response.problem)
  if (response.status === 200 || response.status === 202)
    return interpretTransaction(command, response)
  const message = errorMessage(response.body)
  if (response.status === 429) return throttledResult(response, Date.now())
  if (REFUSALS.has(response.status) && message !== null) {
    return {
      outcome: 'refused',
      refusal: {
        code: findKnownCode(message.message) ?? message.code ?? `http_${response.status}`,
        message: message.message,
        retry: { kind: 'not_said' },
      },
      snapshot: null,
    }
  }
  return unknownResult({ code: 'http_status', values: { status: response.status } })
}

function interpretTransaction(
  command: OperationCommand,
  response: Extract<HttpResponse, { kind: 'answer' }>,
): SendResult {
  const json = parseJson(response.body)
  if (json === null)
    return unknownResult({ code: 'unreadable_answer', values: { detail: 'no JSON' } })
  const mapped = mapTransaction(json.value)
  if (!mapped.ok)
    return unknownResult({ code: 'unreadable_answer', values: { detail: mapped.problem } })
  const { snapshot } = mapped
  if (snapshot.providerTransactionId !== command.transaction.providerTransactionId) {
    return unknownResult({ code: 'other_payment' })
  }
  if (snapshot.currency !== command.currency) {
    return unknownResult({ code: 'other_currency' })
  }
  return interpretSnapshot(command, snapshot, response.status === 202)
}

function interpretSnapshot(
  command: OperationCommand,
  snapshot: TransactionSnapshot,
  accepted: boolean,
): SendResult {
  const verdict = attributeByEvents(snapshot.events, command, amountToShow(command))
  switch (verdict.kind) {
    case 'succeeded':
      if (command.kind === 'update_authorization' && !showsNewTotal(command, snapshot)) {
        return unknownResult({ code: 'other_total' })
      }
      return { outcome: 'succeeded', snapshot, providerReference: verdict.event.providerReference }
    case 'refused':
      return { outcome: 'refused', refusal: refusalOf(verdict.event), snapshot }
    case 'pending':
      return { outcome: 'pending', message: ACCEPTED, snapshot }
    case 'contradiction':
      return unknownResult(verdict.problem)
    case 'unknown':
      return unknownResult({ code: 'not_shown' })
    case 'absent':
      return accepted
        ? { outcome: 'pending', message: ACCEPTED, snapshot }
        : unknownResult({ code: 'not_shown' })
  }
}

function showsNewTotal(command: OperationCommand, snapshot: TransactionSnapshot): boolean {
  return snapshot.totals.authorizedMinor === command.amountMinor
}
