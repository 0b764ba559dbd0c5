import type { Database } from '@/db/client'
import { claimRuns, type ClaimedRun } from '@/db/queries/extension/claim-runs'
import { endRun, stopWithoutRight } from '@/db/queries/extension/end-run'
import { LIMITS } from '@/lib/config/limits'
import { rolesPermitted } from '@/lib/domain/access/permission'
import { runRule } from '@/lib/extension/run-rule'
import { log } from '@/lib/observability/log'
import { endBeforeStop } from '@/lib/observability/stopping'
import { runRounds } from './run-rounds'
import { runSlots, type Slots } from './run-slots'

/** Whoever switches a rule on may do by hand what it does. */
const ROLES = rolesPermitted('operate:extend_authorization')

/**
 * Plans what rules are to do now, at most `free`, and begins it; each promise resolves when it is over.
 * @param now the time by which holds end soon; left out, the present
 */
export async function beginRuns(
  database: Database,
  free: number,
  now?: Date,
): Promise<readonly Promise<void>[]> {
  const { leaseMs, againMs } = LIMITS.rules.run
  const claim = { limit: free, leaseMs, againMs, roles: ROLES }
  const claimed = await claimRuns(database, now === undefined ? claim : { ...claim, now })
  return claimed.map((run) => endBeforeStop(() => runSafely(database, run)))
}

/** Never rejects: after a failure of ours the lease runs out, and another run is planned. */
async function runSafely(database: Database, run: ClaimedRun): Promise<void> {
  const { operationId, ruleId } = run
  try {
    await endRun(database, run, await runRule(database, run))
  } catch (error) {
    log().warn({ error, ruleId, operationId }, 'a run of a rule was left to be planned again')
  }
}

/** Switches off rules whose person may not do any more what they do. Returns their number. */
export function stopRules(database: Database): Promise<number> {
  return stopWithoutRight(database, ROLES)
}

/** Runs rules for as long as the process lives; `signal` ends it. */
export async function runRuleLoop(database: Database, signal: AbortSignal): Promise<void> {
  const { slots, pollMs: pauseMs } = LIMITS.rules.run
  const runs: Slots = { name: 'rules', begin: beginRuns, slots, pauseMs }
  const stops = { name: 'rules', once: stopRules, full: Infinity, pauseMs } as const
  await Promise.all([runSlots(database, runs, signal), runRounds(database, stops, signal)])
}
