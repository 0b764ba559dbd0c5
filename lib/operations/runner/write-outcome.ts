import type { Database } from '@/db/client'
import { findSqlState, isRefusedStatement } from '@/db/database-error'
import {
  recordOutcome,
  type OutcomeRecord,
  type RecordedOutcome,
} from '@/db/queries/operations/record-outcome'
import { scheduleReadNow } from '@/db/queries/sync/scheduled-reads'
import { log } from '@/lib/observability/log'

/**
 * SQLSTATEs of refusals that pass, whatever the data is: a rollback, resources, a lock, an operator.
 */
const PASSING = /^(40|53|55|57)/

/**
 * Writes an outcome with the payment that came with it. Where the database refuses the payment's
 * data, the outcome is written at once with its amounts only, and if these are refused alone: then a
 * read that brings the payment is due (decision 0016).
 *
 * @returns null when the operation is in no state from which this one follows
 */
export async function writeOutcome(
  database: Database,
  outcome: OutcomeRecord,
): Promise<RecordedOutcome | null> {
  try {
    return await recordOutcome(database, outcome)
  } catch (error) {
    if (outcome.snapshot === null || !isAboutData(error)) throw error
    const { operationId } = outcome
    if (outcome.connectionId !== undefined) {
      log().warn({ error, operationId }, 'outcome written with the amounts of its payment only')
      const { connectionId: _, ...withAmounts } = outcome
      return writeOutcome(database, withAmounts)
    }
    log().error({ error, operationId }, 'outcome written without its payment')
    const recorded = await recordOutcome(database, { ...outcome, snapshot: null, readAt: null })
    if (recorded !== null) await readSoon(database, recorded.operation.transactionId)
    return recorded
  }
}

function isAboutData(error: unknown): boolean {
  return isRefusedStatement(error) && !PASSING.test(findSqlState(error) ?? '')
}

/**
 * Has a payment read soon after an outcome is written. An error is only logged: the usual reads go
 * on.
 */
export async function readSoon(database: Database, transactionId: string): Promise<void> {
  try {
    await scheduleReadNow(database, transactionId)
  } catch (error) {
    log().warn({ error, transactionId }, 'read not scheduled')
  }
}
