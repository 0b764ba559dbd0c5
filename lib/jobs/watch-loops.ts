import type { Database } from '@/db/client'
import { forgetPreviousWebhookSecrets } from '@/db/queries/sync/change-connection'
import { LIMITS } from '@/lib/config/limits'
import { testSilentOnce } from '@/lib/connections/check-connection'
import { pollListOnce } from '@/lib/sync/poll-list'
import { readDeliveriesOnce } from '@/lib/sync/read-deliveries'
import { rereadPaymentsOnce } from '@/lib/sync/reread-payments'
import { runRounds, type Rounds } from './run-rounds'

/**
 * Reads changes at the providers, tests connections of which nothing was heard, and deletes webhook secrets whose time is over, for as long as the
 * process lives.
 */
export async function runWatchLoops(database: Database, signal: AbortSignal): Promise<void> {
  const { reread, poll } = LIMITS
  const rereads: Rounds = {
    name: 'scheduled reads',
    once: rereadPaymentsOnce,
    // Always a pause: background reads must not use up the provider's allowance.
    full: Infinity,
    pauseMs: reread.pollMs,
  }
  const polls: Rounds = { name: 'list polls', once: pollListOnce, full: 1, pauseMs: poll.pollMs }
  const tests: Rounds = {
    name: 'connection tests',
    once: testSilentOnce,
    full: 1,
    pauseMs: LIMITS.connection.testPollMs,
  }
  const forgetting: Rounds = {
    name: 'webhook secrets before',
    once: forgetPreviousWebhookSecrets,
    full: Infinity,
    pauseMs: poll.pollMs,
  }
  await Promise.all(
    [rereads, polls, tests, forgetting].map((rounds) => runRounds(database, rounds, signal)),
  )
}

/** Does the reads that webhooks cause for as long as the process lives; `signal` ends it. */
export function runDeliveryLoop(database: Database, signal: AbortSignal): Promise<void> {
  const { claim, pollMs: pauseMs } = LIMITS.webhook
  const rounds: Rounds = {
    name: 'webhook reads',
    once: readDeliveriesOnce,
    full: claim.limit,
    pauseMs,
  }
  return runRounds(database, rounds, signal)
}
