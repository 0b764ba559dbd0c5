import type { Database } from '@/db/client'
import { foldTallyChanges } from '@/db/queries/listing/transaction-tallies'
import { LIMITS } from '@/lib/config/limits'
import { runRounds } from './run-rounds'

/**
 * Folds what has changed into the tallies of the list for as long as the process lives; `signal`
 * ends it. Counts are right without it, but cost more with every change.
 */
export function runTallyLoop(database: Database, signal: AbortSignal): Promise<void> {
  const { foldRows: full, foldMs: pauseMs } = LIMITS.tallies
  return runRounds(database, { name: 'tallies', once: foldTallyChanges, full, pauseMs }, signal)
}
