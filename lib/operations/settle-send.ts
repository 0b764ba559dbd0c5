import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import { findOperation } from '@/db/queries/operations'
import { recordOutcome, type OutcomeRecord } from '@/db/queries/record-outcome'
import { LIMITS } from '@/lib/config/limits'
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
 * and repair finds the outcome by reading: the send is never judged twice nor repeated.
 */
export async function settleSend(database: Database, operation: SentOperation): Promise<void> {
  const { result, exchange } = operation.sent
  const recordedAt = await writeSurely(database, {
    operationId: operation.operationId,
    ...outcomeOf(result),
    attempt: { id: operation.attemptId, exchange },
    by: 'requester',
  })
  if (recordedAt === null) return
  const snapshot = 'snapshot' in result ? result.snapshot : null
  if (snapshot !== null) {
    await storeSnapshot(database, operation.connectionId, snapshot, recordedAt)
  }
}

type Outcome = Omit<OutcomeRecord, 'operationId' | 'attempt' | 'by'>

function outcomeOf(result: SendResult): Outcome {
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

/** @returns the database time by which it is written, or null when another outcome is, or none */
async function writeSurely(database: Database, outcome: OutcomeRecord): Promise<string | null> {
  for (const delayMs of LIMITS.operation.outcomeRetryDelaysMs) {
    try {
      const recordedAt = await recordOutcome(database, outcome)
      if (recordedAt !== null) return recordedAt
      const now = await findOperation(database, outcome.operationId)
      return now?.state === outcome.state ? await findDatabaseTime(database) : null
    } catch (error) {
      log().warn({ error, operationId: outcome.operationId }, 'outcome write uncertain')
      await sleep(delayMs)
    }
  }
  log().error({ operationId: outcome.operationId }, 'outcome not written; repair will find it')
  return null
}
