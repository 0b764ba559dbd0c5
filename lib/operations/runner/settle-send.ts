import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import { findOperation } from '@/db/queries/operations/find-operation'
import {
  recordOutcome,
  type OutcomeRecord,
  type RecordedOutcome,
} from '@/db/queries/operations/record-outcome'
import { LIMITS } from '@/lib/config/limits'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { log } from '@/lib/observability/log'
import type { Sent, SendResult } from '@/lib/providers/port'
import { nextCheckMs } from './check-schedule'
import { storeSnapshot } from './store-snapshot'

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
  const recorded = await writeWithRetry(database, {
    operationId: operation.operationId,
    ...toOutcome(result),
    readAt: null,
    attempt: { id: operation.attemptId, httpExchange },
    by: 'requester',
  })
  if (recorded === null) return null
  const snapshot = 'snapshot' in result ? result.snapshot : null
  if (snapshot !== null) {
    await storeSnapshot(database, operation.connectionId, snapshot, recorded.readAt)
  }
  return recorded.operation
}

type Outcome = Omit<OutcomeRecord, 'operationId' | 'readAt' | 'attempt' | 'by'>

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

/** Null when another outcome is written, or none. */
async function writeWithRetry(
  database: Database,
  outcome: OutcomeRecord,
): Promise<RecordedOutcome | null> {
  for (const delayMs of LIMITS.operation.outcomeRetryDelaysMs) {
    try {
      const recorded = await recordOutcome(database, outcome)
      if (recorded !== null) return recorded
      const operation = await findOperation(database, outcome.operationId)
      if (operation?.state !== outcome.state) return null
      return { readAt: await findDatabaseTime(database), operation }
    } catch (error) {
      log().warn({ error, operationId: outcome.operationId }, 'outcome write uncertain')
      await sleep(delayMs)
    }
  }
  log().error({ operationId: outcome.operationId }, 'outcome not written; repair will find it')
  return null
}
