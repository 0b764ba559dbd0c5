import { database } from '@/db/client'
import { env } from '@/lib/config/env'
import { stoppingSignal } from '@/lib/observability/stopping'
import { runBatchLoop } from './batch-loop'
import { runDeliveryLoop, runWatchLoops } from './watch-loops'
import { runImportLoop } from './import-loop'
import { runNoticeLoop } from './notice-loop'
import { runRepairLoop } from './repair-loop'
import { runRuleLoop } from './rule-loop'
import { runTallyLoop } from './tally-loop'

/**
 * Checks the environment and starts the background jobs: repair, the reads that
 * webhooks cause, the watch over the providers, imports, batches, rules and notices. They claim nothing
 * more once the process stops.
 * Throws when a variable is missing or malformed.
 */
export function startServer(): void {
  env()
  const signal = stoppingSignal()
  void runRepairLoop(database(), signal)
  void runDeliveryLoop(database(), signal)
  void runWatchLoops(database(), signal)
  void runImportLoop(database(), signal)
  void runBatchLoop(database(), signal)
  void runRuleLoop(database(), signal)
  void runNoticeLoop(database(), signal)
  void runTallyLoop(database(), signal)
}
