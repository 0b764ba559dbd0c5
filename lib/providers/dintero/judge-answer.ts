import { amountToShow, judgeByEvents } from '@/lib/domain/attribution'
import { refusalOf } from '@/lib/domain/refusal'
import type { TransactionSnapshot } from '@/lib/domain/transaction-snapshot'
import type { HttpAnswer } from '../http/send-request'
import { parseJson } from '../http/json-body'
import type { OperationCommand, SendResult } from '../port'
import { errorMessage, knownCode, plainWords } from './errors'
import { mapTransaction } from './mapper'

/** Statuses with which Dintero says no without having done anything (fact sheet §3.2). */
const REFUSALS = new Set([400, 401, 403, 404, 409, 422])

const ACCEPTED = 'The provider has accepted it and will report the result later.'

/**
 * What one answer to a write proves. HTTP 200 proves nothing by itself: only an event of ours in
 * the returned transaction does (§8.5, invariant I12).
 */
export function judgeAnswer(command: OperationCommand, answer: HttpAnswer): SendResult {
  if (answer.kind === 'not_sent') return { outcome: 'not_sent', message: answer.problem }
  if (answer.kind === 'lost') return unknown(`No usable answer: ${answer.problem}.`)
  if (answer.status === 200 || answer.status === 202) return judgeTransaction(command, answer)
  const said = errorMessage(answer.body)
  if (answer.status === 429) {
    return { outcome: 'not_sent', message: 'The provider asked us to slow down and did nothing.' }
  }
  if (REFUSALS.has(answer.status) && said !== null) {
    return {
      outcome: 'refused',
      refusal: {
        code: knownCode(said.message) ?? said.code ?? `http_${answer.status}`,
        message: plainWords(said.message),
        retry: { kind: 'not_said' },
      },
      snapshot: null,
    }
  }
  return unknown(`The provider answered HTTP ${answer.status}, which doesn't say what happened.`)
}

function judgeTransaction(
  command: OperationCommand,
  answer: Extract<HttpAnswer, { kind: 'answer' }>,
): SendResult {
  const json = parseJson(answer.body)
  if (json === null) return unknown('The provider’s answer could not be read.')
  const mapped = mapTransaction(json.value)
  if (!mapped.ok) return unknown(`The provider’s answer could not be read (${mapped.problem}).`)
  const { snapshot } = mapped
  if (snapshot.providerTransactionId !== command.transaction.providerTransactionId) {
    return unknown('The provider answered about another payment.')
  }
  if (snapshot.currency !== command.currency) {
    return unknown('The provider answered in another currency.')
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
        return unknown('The provider reports another total than was asked for.')
      }
      return { outcome: 'succeeded', snapshot, providerReference: verdict.event.providerReference }
    case 'refused':
      return { outcome: 'refused', refusal: refusalOf(verdict.event), snapshot }
    case 'pending':
      return { outcome: 'pending', message: ACCEPTED, snapshot }
    case 'contradiction':
      return unknown(verdict.message)
    case 'absent':
      return accepted
        ? { outcome: 'pending', message: ACCEPTED, snapshot }
        : unknown('The provider’s answer doesn’t show what was asked for.')
  }
}

function showsNewTotal(command: OperationCommand, snapshot: TransactionSnapshot): boolean {
  return snapshot.totals.authorizedMinor === command.amountMinor
}

function unknown(message: string): SendResult {
  return { outcome: 'unknown', message }
}
