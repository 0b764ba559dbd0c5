import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@/db/client'
import { claimDueOperations, type ClaimedOperation } from '@/db/queries/claim-operations'
import { LIMITS } from '@/lib/config/limits'
import { log } from '@/lib/observability/log'
import { clientById } from '@/lib/operations/connection-client'
import { resolveOperation } from './resolve-operation'

/** One round of repair: every operation that is due is looked into once. Returns how many. */
export async function repairOnce(database: Database): Promise<number> {
  const claimed = await claimDueOperations(database, LIMITS.repair.claim)
  await Promise.all(claimed.map((operation) => resolveSafely(database, operation)))
  return claimed.length
}

/** What fails stays leased until the lease runs out, and is then tried again. */
async function resolveSafely(database: Database, operation: ClaimedOperation): Promise<void> {
  try {
    await resolveOperation(database, await clientById(database, operation.connectionId), operation)
  } catch (error) {
    log().warn({ error, operationId: operation.id }, 'repair could not look into an operation')
  }
}

/** Repairs for as long as the process lives; `signal` ends it. */
export async function runRepairLoop(database: Database, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const found = await repairOnce(database).catch((error: unknown) => {
      log().warn({ error }, 'a round of repair failed')
      return 0
    })
    if (found < LIMITS.repair.claim.limit) await pause(LIMITS.repair.pollMs, signal)
  }
}

/** Ends early when the loop is stopped; leaves nothing behind on the signal. */
async function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  await sleep(durationMs, undefined, { signal, ref: false }).catch(() => undefined)
}
