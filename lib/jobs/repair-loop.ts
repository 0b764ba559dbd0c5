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

/** One round of repair: every operation that is due is checked once. Returns their number. */
export async function repairOnce(database: Database): Promise<number> {
  const { limit, leaseMs } = LIMITS.repair.claim
  const claimed = await claimDueOperations(database, { limit, leaseMs })
  await Promise.all(claimed.map((operation) => resolveSafely(database, operation)))
  return claimed.length
}

/**
 * Makes a function that begins to check operations that are due, at most so many; each check ends by
 * itself. However many of one connection are due or hang, no more than its share is under way.
 */
function beginnerOfChecks(): Slots['begin'] {
  const { perConnection, leaseMs } = LIMITS.repair.claim
  const busy = new Map<string, number>()
  const count = (connectionId: string, change: 1 | -1) =>
    busy.set(connectionId, (busy.get(connectionId) ?? 0) + change)
  return async (database, free) => {
    const without = [...busy].filter(([, checks]) => checks >= perConnection).map(([id]) => id)
    const most = Math.max(0, ...[...busy.values()].filter((checks) => checks < perConnection))
    const limit = Math.min(free, perConnection - most)
    const claimed = await claimDueOperations(database, { limit, leaseMs, without })
    return claimed.map(async (operation) => {
      count(operation.connectionId, 1)
      await resolveSafely(database, operation)
      count(operation.connectionId, -1)
    })
  }
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
  const repair: Slots = { name: 'repair', begin: beginnerOfChecks(), slots: claim.limit, pauseMs }
  const notice: Rounds = {
    name: 'dead sends',
    once: followDeadSendsOnce,
    full: deadSends.limit,
    pauseMs,
  }
  await Promise.all([runSlots(database, repair, signal), runRounds(database, notice, signal)])
}
