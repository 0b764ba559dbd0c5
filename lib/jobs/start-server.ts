import { database } from '@/db/client'
import { env } from '@/lib/config/env'
import { runDeliveryLoop, runWatchLoops } from './watch-loops'
import { runImportLoop } from './import-loop'
import { runRepairLoop } from './repair-loop'
import { runTallyLoop } from './tally-loop'

/**
 * Checks the environment and starts the background jobs: repair, the reads that
 * webhooks cause, and the watch over the providers. Throws when a variable is missing or malformed.
 */
export function startServer(): void {
  env()
  const stop = new AbortController()
  process.once('SIGTERM', () => {
    stop.abort()
  })
  void runRepairLoop(database(), stop.signal)
  void runDeliveryLoop(database(), stop.signal)
  void runWatchLoops(database(), stop.signal)
  void runImportLoop(database(), stop.signal)
  void runTallyLoop(database(), stop.signal)
}
