import type { Database } from '@/db/client'
import { claimDueOperations, type ClaimedOperation } from '@/db/queries/operations/claim-operations'
import { LIMITS } from '@/lib/config/limits'
import { loadClient, UnusableConnectionError } from '@/lib/connections/connection-client'
import { log } from '@/lib/observability/log'
import type { ProviderClient } from '@/lib/providers/port'
import { followDeadSendsOnce } from '@/lib/repair/follow-dead-sends'
import { resolveOperation } from '@/lib/repair/resolve-operation'
import { runRounds, type Rounds } from './run-rounds'
import { runSlots, type Slots } from './run-slots'

/** Begins to check operations that are due, at most so many; each check ends by itself. */
async function beginChecks(database: Database, limit: number): Promise<Promise<void>[]> {
  const { leaseMs } = LIMITS.repair.claim
  const claimed = await claimDueOperations(database, { limit, leaseMs })
  return claimed.map((operation) => resolveSafely(database, operation))
}

/** One round of repair: every operation that is due is checked once. Returns their number. */
export async function repairOnce(database: Database): Promise<number> {
  const checks = await beginChecks(database, LIMITS.repair.claim.limit)
  await Promise.all(checks)
  return checks.length
}

/**
 * Resolves an operation. After a failure it stays leased until the lease runs out, and is then
 * tried again.
 */
async function resolveSafely(database: Database, operation: ClaimedOperation): Promise<void> {
  try {
    await resolveOperation(database, await clientOfOperation(database, operation), operation)
  } catch (error) {
    log().warn({ error, operationId: operation.id }, 'repair could not check an operation')
  }
}

/** Null when the connection, as it is stored, cannot be used. */
async function clientOfOperation(
  database: Database,
  { id, connectionId }: ClaimedOperation,
): Promise<ProviderClient | null> {
  try {
    return await loadClient(database, connectionId)
  } catch (error) {
    if (!(error instanceof UnusableConnectionError)) throw error
    log().error({ error, connectionId, operationId: id }, 'repair cannot use a connection')
    return null
  }
}

/**
 * Repairs for as long as the process lives; `signal` ends it. A read that gets no answer holds up
 * no other check while slots are left, and no noticing of senders that are gone.
 */
export async function runRepairLoop(database: Database, signal: AbortSignal): Promise<void> {
  const { claim, deadSends, pollMs: pauseMs } = LIMITS.repair
  const repair: Slots = { name: 'repair', begin: beginChecks, slots: claim.limit, pauseMs }
  const notice: Rounds = {
    name: 'dead sends',
    once: followDeadSendsOnce,
    full: deadSends.limit,
    pauseMs,
  }
  await Promise.all([runSlots(database, repair, signal), runRounds(database, notice, signal)])
}
