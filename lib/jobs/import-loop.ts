import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import { takeUpImport } from '@/lib/sync/background-import'
import { runRounds } from './run-rounds'

/**
 * Does the imports that people have asked for, for as long as the process lives; `signal` ends it. A
 * round only takes one up: an import may last for hours.
 */
export function runImportLoop(database: Database, signal: AbortSignal): Promise<void> {
  const { atOnce, pollMs: pauseMs } = LIMITS.import.background
  let running = 0
  const once = async (): Promise<number> => {
    if (running >= atOnce) return 0
    const taken = await takeUpImport(database)
    if (taken === null) return 0
    running += 1
    void taken.end.finally(() => {
      running -= 1
    })
    return 1
  }
  return runRounds(database, { name: 'imports', once, full: 1, pauseMs }, signal)
}
