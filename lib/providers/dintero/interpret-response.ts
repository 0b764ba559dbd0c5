import { amountToShow, judgeByEvents } from '@/lib/domain/evidence/attribution'
import { refusalOf } from '@/lib/domain/operation/refusal'
import type { Saying } from '@/lib/domain/operation/saying'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { parseJson } from '../http/json-body'
import type { HttpAnswer } from '../http/send-request'
import type { OperationCommand, SendResult } from '../port'
import { throttledResult, unknownResult } from '../shared/results'
import { errorMessage, knownCode } from './errors'
import { mapTransaction } from './mapper'

/** Statuses with which Dintero says no without having done anything (fact sheet §3.2). */
const REFUSALS = new Set([400, 401, 403, 404, 409, 422])

const ACCEPTED: Saying = { code: 'accepted_for_later' }

/**
 * What one answer to a write proves. HTTP 200 proves nothing by itself: only an event of ours in
 * the returned transaction does (§8.5, invariant I12).
 */
export function interpretResponse(command: OperationCommand, answer: HttpAnswer): SendResult {
  if (answer.kind === 'not_sent') return { outcome: 'not_sent', message: answer.problem }
  if (answer.kind === 'lost') return unknownResult(answer.problem)
  if (answer.status === 200 || answer.status === 202) return judgeTransaction(command, answer)
  const said = errorMessage(answer.body)
  if (answer.status === 429) return throttledResult(answer, Date.now())
  if (REFUSALS.has(answer.status) && said !== null) {
    return {
      outcome: 'refused',
      refusal: {
        code: knownCode(said.message) ?? said.code ?? `http_${answer.status}`,
        message: said.message,
        retry: { kind: 'not_said' },
      },
      snapshot: null,
    }
  }
  return unknownResult({ code: 'http_status', values: { status: answer.status } })
}

function judgeTransaction(
  command: OperationCommand,
  answer: Extract<HttpAnswer, { kind: 'answer' }>,
): SendResult {
  const json = parseJson(answer.body)
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
  return judgeSnapshot(command, snapshot, answer.status === 202)
}

function judgeSnapshot(
  command: OperationCommand,
  snapshot: TransactionSnapshot,
  accepted: boolean,
): SendResult {
  const verdict = judgeByEvents(snapshot.events, command, amountToShow(command))
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
    case 'absent':
      return accepted
        ? { outcome: 'pending', message: ACCEPTED, snapshot }
        : unknownResult({ code: 'not_shown' })
  }
}

function showsNewTotal(command: OperationCommand, snapshot: TransactionSnapshot): boolean {
  return snapshot.totals.authorizedMinor === command.amountMinor
}
