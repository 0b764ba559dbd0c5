import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import { readDeliveriesOnce } from '@/lib/sync/read-deliveries'
import { runRounds } from './run-rounds'

/** Does the reads that webhooks cause for as long as the process lives; `signal` ends it. */
export function runDeliveryLoop(database: Database, signal: AbortSignal): Promise<void> {
  const { claim, pollMs: pauseMs } = LIMITS.webhook
  const rounds = { name: 'webhook reads', once: readDeliveriesOnce, full: claim.limit, pauseMs }
  return runRounds(database, rounds, signal)
}
