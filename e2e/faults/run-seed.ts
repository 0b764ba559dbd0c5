import { Gate } from './act/gate'
import { runBatch } from './act/run-batch'
import { makeSupply, runPlan } from './act/run-plan'
import type { SeedContext } from './act/fault-context'
import { SharedImport } from './act/shared-import'
import { check } from './check/check'
import { waitUntilWebhooksRead } from './check/check-webhooks'
import { Recorder } from './model/recorder'
import { FAULT_IDS } from './model/fault-ids'
import { QUIET_LIMIT_MS } from './model/limits'
import type { Reply } from './model/messages'
import type { SeedResult } from './model/seed-result'
import { makePlan, type PlanOptions } from './plan/plan'
import { startWorld, type World, type WorldOptions } from './world/world'

export interface CampaignOptions extends PlanOptions, WorldOptions {
  /** Number of payments that run at the same time. */
  readonly atOnce: number
}

/** Rows of the seed's batch, as a share of its operations. */
const BATCH_SHARE = 0.12

/** Runs one seed from an empty database to the final comparison. */
export async function runSeed(options: CampaignOptions): Promise<SeedResult> {
  const begun = performance.now()
  const world = await startWorld(options)
  try {
    const recorder = new Recorder()
    const seedContext: SeedContext = {
      world,
      recorder,
      killGate: new Gate(6, 2_000),
      repairKillGate: new Gate(5, 2_000),
      pauseGate: new Gate(4, 3_000),
      outageGate: new Gate(4, 4_000),
      imports: new SharedImport(world),
    }
    const plans = makePlan(options)
    const supply = await makeSupply(world, plans, Math.ceil(options.operations * BATCH_SHARE))
    await Promise.all([
      runPlan(seedContext, supply, plans, options.atOnce),
      runBatch(seedContext, options.seed, supply.takeAll('batch')),
    ])
    await waitUntilSettled(world)
    await waitUntilWebhooksRead(world.sql)
    await supply.importAll((problem) => recorder.failedImports.push(problem))
    const { violations, operations, lostMs } = await check(world, recorder, supply.providerIds)
    return {
      provider: options.participant.provider,
      seed: options.seed,
      operations: new Set(recorder.replies.map(({ request }) => request.input.operationId)).size,
      sends: world.provider.sends.all.length,
      faults: Object.fromEntries(FAULT_IDS.map((id) => [id, recorder.hits(id)])),
      outcomes: countBy(operations, ({ kind, state }) => `${kind} ${state}`),
      replies: countBy(recorder.replies, ({ reply }) => replyName(reply)),
      settleMs: operations.flatMap(({ settleMs }) => (settleMs === null ? [] : [settleMs])),
      lostMs,
      violations: violations.map((violation) => ({
        ...violation,
        fault: recorder.intendedFault.get(violation.operationId ?? '') ?? null,
      })),
      durationMs: Math.round(performance.now() - begun),
    }
  } finally {
    await world.stop()
  }
}

async function waitUntilSettled(world: World): Promise<void> {
  const deadline = Date.now() + QUIET_LIMIT_MS
  await world.openOperations.nextPoll()
  while (world.openOperations.busy > 0 && Date.now() < deadline)
    await world.openOperations.nextPoll()
}

function replyName(reply: Reply): string {
  if (reply.kind === 'state') return reply.state
  return reply.kind === 'failure' ? reply.failure.code : reply.kind
}

function countBy<T>(values: readonly T[], name: (value: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[name(value)] = (counts[name(value)] ?? 0) + 1
  return counts
}
