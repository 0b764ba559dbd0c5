import { stampOwn } from '@/lib/domain/evidence/attribution'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { refusalOf } from '@/lib/domain/operation/refusal'
import type { Saying } from '@/lib/domain/operation/saying'
import type {
  EventKind,
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import type { OperationCommand, ReadResult, SendResult } from '../port'

/** The kind of event that each operation makes. */
const EVENT_OF: Readonly<Partial<Record<OperationKind, EventKind>>> = {
  capture: 'capture',
  refund: 'refund',
  void: 'void',
}

/**
 * What became of operations that the provider says it made: its answer carries only their ids, so
 * a read has to show them with the kind, amount and currency that were asked for (I12).
 */
export function judgeMade(
  command: OperationCommand,
  operationIds: readonly string[],
  read: ReadResult,
): SendResult {
  if (!read.ok) return unknown({ code: 'not_read_back', values: { problem: read.problem } })
  const snapshot = stampOwn(read.snapshot, operationIds, command.operationId)
  const own = snapshot.events.filter(({ operationId }) => operationId === command.operationId)
  if (own.length < operationIds.length) {
    return unknown({ code: 'not_in_history' })
  }
  const problem = mismatch(command, own, snapshot)
  if (problem !== null) return unknown(problem)
  const failed = own.find(({ state }) => state === 'failed')
  if (failed !== undefined) {
    return own.every(({ state }) => state === 'failed')
      ? { outcome: 'refused', refusal: refusalOf(failed), snapshot }
      : unknown({ code: 'partly_done' })
  }
  if (own.some(({ state }) => state === 'pending')) {
    return { outcome: 'pending', message: { code: 'accepted_for_later' }, snapshot }
  }
  if (command.kind === 'void' && snapshot.totals.releasedMinor < command.amountMinor) {
    return unknown({ code: 'less_released' })
  }
  return { outcome: 'succeeded', snapshot, providerReference: operationIds.join(' ') }
}

/** What in the read contradicts the request; a delete may come without an amount. */
function mismatch(
  command: OperationCommand,
  own: readonly TransactionEvent[],
  snapshot: TransactionSnapshot,
): Saying | null {
  if (snapshot.currency !== command.currency) return { code: 'other_currency' }
  if (own.some(({ kind }) => kind !== EVENT_OF[command.kind])) {
    return { code: 'other_kind' }
  }
  const sum = own.reduce((total, { amountMinor }) => total + (amountMinor ?? 0), 0)
  return command.kind === 'void' || sum === command.amountMinor ? null : { code: 'other_amount' }
}

function unknown(message: Saying): SendResult {
  return { outcome: 'unknown', message }
}
