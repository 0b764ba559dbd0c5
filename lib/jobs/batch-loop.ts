import type { Database } from '@/db/client'
import { claimRows, type ClaimedRow } from '@/db/queries/batch/claim-rows'
import { endRow, isRefused, stopIfRefused } from '@/db/queries/batch/end-row'
import { endFinishedBatches, releaseDeadRows } from '@/db/queries/batch/tend-batches'
import { runRow } from '@/lib/batch/run-row'
import { LIMITS } from '@/lib/config/limits'
import { log } from '@/lib/observability/log'
import { endBeforeStop } from '@/lib/observability/stopping'
import { runRounds } from './run-rounds'
import { runSlots, type Slots } from './run-slots'

/** Takes up rows that are due, at most `free`, and begins them; each promise resolves when it is over. */
export async function beginRows(
  database: Database,
  free: number,
  carryOut: typeof runRow = runRow,
): Promise<readonly Promise<void>[]> {
  const { perConnection, leaseMs } = LIMITS.batch.run
  const claimed = await claimRows(database, { limit: free, perConnection, leaseMs })
  return claimed.map((row) => endBeforeStop(() => runSafely(database, row, carryOut)))
}

/** Never rejects: after a failure of ours the lease runs out, and the row is taken up again. */
async function runSafely(
  database: Database,
  row: ClaimedRow,
  carryOut: typeof runRow,
): Promise<void> {
  const { batchId, operationId } = row
  try {
    const ended = await carryOut(database, row)
    await endRow(database, row, ended)
    if (isRefused(ended)) await stopIfRefused(database, batchId)
  } catch (error) {
    log().warn({ error, batchId, operationId }, 'a row of a batch was left to be taken up again')
  }
}

/** Takes rows from instances that are gone, and ends batches that are worked off. */
export async function tendBatches(database: Database): Promise<number> {
  const released = await releaseDeadRows(database, LIMITS.batch.run.tries)
  return released + (await endFinishedBatches(database))
}

/**
 * Works off batches for as long as the process lives; `signal` ends it. `carryOut` is for who watches
 * the rows.
 */
export async function runBatchLoop(
  database: Database,
  signal: AbortSignal,
  carryOut: typeof runRow = runRow,
): Promise<void> {
  const { slots, atLeast, pollMs: pauseMs } = LIMITS.batch.run
  const begin: Slots['begin'] = (_database, free) => beginRows(database, free, carryOut)
  const rows: Slots = { name: 'batches', begin, slots, atLeast, pauseMs }
  const tend = { name: 'batches', once: tendBatches, full: Infinity, pauseMs } as const
  await Promise.all([runSlots(database, rows, signal), runRounds(database, tend, signal)])
}
