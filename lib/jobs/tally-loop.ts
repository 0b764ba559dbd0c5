import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@/db/client'
import { foldTallyChanges } from '@/db/queries/listing/transaction-tallies'
import { LIMITS } from '@/lib/config/limits'
import { log } from '@/lib/observability/log'

/**
 * Folds what has changed into the tallies of the list for as long as the process lives; `signal`
 * ends it. Counts are right without it, but cost more with every change.
 */
export async function runTallyLoop(database: Database, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const folded = await foldTallyChanges(database).catch((error: unknown) => {
      log().warn({ error }, 'changes could not be folded into the tallies')
      return 0
    })
    if (folded >= LIMITS.tallies.foldRows) continue
    await sleep(LIMITS.tallies.foldMs, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
