import { stampOwn } from '@/lib/domain/evidence/attribution'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { refusalOf } from '@/lib/domain/operation/refusal'
import type { CodedStatusDetail } from '@/lib/domain/operation/status-detail'
import type {
  EventKind,
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import type { HttpResponse } from '../http/send-request'
import type { OperationCommand, ReadResult, SendResult } from '../port'
import { throttledResult, unknownResult } from '../shared/results'
import { refusalOfMeta } from './errors'
import { readEnvelope } from './parts/envelope'
import { writtenSchema } from './schema'

/**
 * The meaning of one response to a write: it is over, or these operations were made and must be
 * read.
 */
export type Interpreted =
  | { readonly kind: 'over'; readonly result: SendResult }
  | { readonly kind: 'made'; readonly operationIds: readonly string[] }

type Answered = Extract<HttpResponse, { kind: 'answer' }>

/**
 * Interprets the response to a capture, credit or delete. `meta.result` decides, not the HTTP
 * status; only a response without it is interpreted by its status (fact sheet §5, clarification 4).
 */
export function interpretResponse(command: OperationCommand, response: HttpResponse): Interpreted {
  if (response.kind === 'not_sent') return over({ outcome: 'not_sent', message: response.problem })
  if (response.kind === 'no_response') return unknown(response.problem)
  const envelope = readEnvelope(response.body)
  if (envelope === null) return interpretStatus(response)
  if (!envelope.meta.result) {
    const refusal = refusalOfMeta(envelope.meta, command.currency)
    return over({ outcome: 'refused', refusal, snapshot: null })
  }
  const written = writtenSchema.safeParse(envelope.body)
  if (!written.success) return unknown({ code: 'not_shown' })
  return { kind: 'made', operationIds: written.data.transactionoperations.map(({ id }) => id) }
}

function interpretStatus(response: Answered): Interpreted {
  const { status } = response
  if (status === 401 || status === 403) {
    const message = `HTTP ${status}`
    const refusal = { code: 'credentials_rejected', message, retry: { kind: 'not_said' } } as const
    return over({ outcome: 'refused', refusal, snapshot: null })
  }
  if (status === 429) return over(throttledResult(response, Date.now()))
  return unknown({ code: 'http_status', values: { status } })
}

function unknown(message: CodedStatusDetail): Interpreted {
  return over(unknownResult(message))
}

function over(result: SendResult): Interpreted {
  return { kind: 'over', result }
}

/** The kind of event that each operation makes. */
const EVENT_OF: Readonly<Partial<Record<OperationKind, EventKind>>> = {
  capture: 'capture',
  refund: 'refund',
  void: 'void',
}

/**
 * Interprets a read of operations that the provider says it made. Its response carries only their
 * ids, so the read has to show them with the kind, amount and currency of the request (I12).
 */
export function interpretMade(
  command: OperationCommand,
  operationIds: readonly string[],
  read: ReadResult,
): SendResult {
  if (!read.ok) return unknownResult({ code: 'not_read_back', values: { problem: read.problem } })
  const snapshot = stampOwn(read.snapshot, operationIds, command.operationId)
  const own = snapshot.events.filter(({ operationId }) => operationId === command.operationId)
  if (own.length < operationIds.length) {
    return unknownResult({ code: 'not_in_history' })
  }
  const problem = mismatch(command, own, snapshot)
  if (problem !== null) return unknownResult(problem)
  const failed = own.find(({ state }) => state === 'failed')
  if (failed !== undefined) {
    return own.every(({ state }) => state === 'failed')
      ? { outcome: 'refused', refusal: refusalOf(failed), snapshot }
      : unknownResult({ code: 'partly_done' })
  }
  if (own.some(({ state }) => state === 'pending')) {
    return { outcome: 'pending', message: { code: 'accepted_for_later' }, snapshot }
  }
  if (command.kind === 'void' && snapshot.totals.releasedMinor < command.amountMinor) {
    return unknownResult({ code: 'less_released' })
  }
  return { outcome: 'succeeded', snapshot, providerReference: operationIds.join(' ') }
}

/** The difference between the read and the request; a delete may come without an amount. */
function mismatch(
  command: OperationCommand,
  own: readonly TransactionEvent[],
  snapshot: TransactionSnapshot,
): CodedStatusDetail | null {
  if (snapshot.currency !== command.currency) return { code: 'other_currency' }
  if (own.some(({ kind }) => kind !== EVENT_OF[command.kind])) {
    return { code: 'other_kind' }
  }
  const sum = own.reduce((total, { amountMinor }) => total + (amountMinor ?? 0), 0)
  return command.kind === 'void' || sum === command.amountMinor ? null : { code: 'other_amount' }
}
