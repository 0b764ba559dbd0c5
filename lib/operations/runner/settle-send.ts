import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import { findOperation } from '@/db/queries/operations/find-operation'
import type { OutcomeRecord, RecordedOutcome } from '@/db/queries/operations/record-outcome'
import { completeSnapshot } from '@/db/queries/sync/complete-snapshot'
import { LIMITS } from '@/lib/config/limits'
import { findContradiction } from '@/lib/domain/payment/transaction'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { log } from '@/lib/observability/log'
import { logOperationChange } from '@/lib/observability/operation-log'
import type { Sent, SendResult } from '@/lib/providers/port'
import { nextCheckMs } from './next-check'
import { storeSnapshot } from './store-snapshot'
import { writeOutcome } from './write-outcome'

export interface SentOperation {
  readonly operationId: string
  readonly attemptId: string
  readonly connectionId: string
  readonly sent: Sent
}

/**
 * Writes what one send proved. When the database does not take it, the operation stays *sending*
 * and repair finds the outcome by reading: the send is never interpreted twice nor repeated.
 *
 * @returns the operation with what was proved, or null when that is not what the database holds
 */
export async function settleSend(
  database: Database,
  operation: SentOperation,
): Promise<OperationView | null> {
  const { result, httpExchange } = operation.sent
  const { connectionId } = operation
  const recorded = await writeWithRetry(database, connectionId, {
    operationId: operation.operationId,
    ...toOutcome(withoutContradiction(result)),
    connectionId,
    readAt: null,
    attempt: { id: operation.attemptId, httpExchange },
    by: 'requester',
  })
  if (recorded === null) return null
  logOperationChange(recorded.operation, { from: 'sending', connectionId })
  const snapshot = 'snapshot' in result ? result.snapshot : null
  if (snapshot !== null && !recorded.isKept) {
    await storeSnapshot(database, connectionId, snapshot, recorded.readAt)
  }
  return recorded.operation
}

/** An answer whose figures contradict each other proves nothing; a read finds our event (I12). */
function withoutContradiction(result: SendResult): SendResult {
  if (result.outcome !== 'succeeded') return result
  return findContradiction(result.snapshot.totals) === null
    ? result
    : { outcome: 'unknown', message: { code: 'figures_contradict' } }
}

type Outcome = Omit<OutcomeRecord, 'operationId' | 'connectionId' | 'readAt' | 'attempt' | 'by'>

function toOutcome(result: SendResult): Outcome {
  const nothing = { message: null, refusalCode: null, retry: null, providerReference: null }
  const firstCheck = nextCheckMs(0)
  switch (result.outcome) {
    case 'succeeded':
      return {
        ...nothing,
        state: 'succeeded',
        providerReference: result.providerReference,
        snapshot: result.snapshot,
        checkAfterMs: null,
      }
    case 'refused':
      return {
        ...nothing,
        state: 'refused',
        message: result.refusal.message,
        refusalCode: result.refusal.code,
        retry: result.refusal.retry,
        snapshot: result.snapshot,
        checkAfterMs: null,
      }
    case 'not_sent':
      return {
        ...nothing,
        state: 'not_sent',
        message: result.message,
        retry: result.retryAt ? { kind: 'after', at: result.retryAt } : null,
        snapshot: null,
        checkAfterMs: null,
      }
    case 'pending':
    case 'unknown':
      return {
        ...nothing,
        state: result.outcome,
        message: result.message,
        snapshot: null,
        checkAfterMs: firstCheck,
      }
  }
}

/** The outcome with what only we know of the payment, this operation included when it succeeded. */
async function completed(
  database: Database,
  connectionId: string,
  outcome: OutcomeRecord,
): Promise<OutcomeRecord> {
  if (outcome.snapshot === null) return outcome
  const succeededId = outcome.state === 'succeeded' ? outcome.operationId : null
  const snapshot = await completeSnapshot(database, connectionId, outcome.snapshot, succeededId)
  return { ...outcome, snapshot }
}

/** Null when another outcome is written, or none. */
async function writeWithRetry(
  database: Database,
  connectionId: string,
  outcome: OutcomeRecord,
): Promise<RecordedOutcome | null> {
  for (const delayMs of LIMITS.operation.outcomeRetryDelaysMs) {
    try {
      const recorded = await writeOutcome(
        database,
        await completed(database, connectionId, outcome),
      )
      if (recorded !== null) return recorded
      const operation = await findOperation(database, 'all', outcome.operationId)
      if (operation?.state !== outcome.state) return null
      return { readAt: await findDatabaseTime(database), isKept: false, operation }
    } catch (error) {
      log().warn({ error, operationId: outcome.operationId }, 'outcome write uncertain')
      await sleep(delayMs)
    }
  }
  log().error({ operationId: outcome.operationId }, 'outcome not written; repair will find it')
  return null
}
