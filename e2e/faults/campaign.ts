import { Gate } from './act/gate'
import { playPlan } from './act/play-plan'
import type { Stage } from './act/scene'
import { check } from './check/check'
import { untilWebhooksRead } from './check/check-webhooks'
import { Diary } from './model/diary'
import { FAULT_IDS } from './model/fault-ids'
import { QUIET_LIMIT_MS } from './model/limits'
import type { Told } from './model/messages'
import type { SeedResult } from './model/seed-result'
import type { PlanWish } from './plan/plan'
import { startWorld, type World, type WorldWish } from './world/world'

export interface CampaignWish extends PlanWish, WorldWish {
  /** Payments that are worked on at the same time. */
  readonly atOnce: number
}

/** Plays one seed from an empty database to the comparison at the end. */
export async function playSeed(wish: CampaignWish): Promise<SeedResult> {
  const begun = performance.now()
  const world = await startWorld(wish)
  try {
    const diary = new Diary()
    const stage: Stage = {
      ...{ world, diary },
      killGate: new Gate(6, 2_000),
      repairKillGate: new Gate(5, 2_000),
      pauseGate: new Gate(4, 3_000),
      outageGate: new Gate(4, 4_000),
    }
    const supply = await playPlan(stage, wish)
    await untilQuiet(world)
    await untilWebhooksRead(world.sql)
    await supply.importAll()
    const { findings, operations } = await check(world, diary, supply.providerIds)
    return {
      provider: wish.participant.provider,
      seed: wish.seed,
      operations: new Set(diary.hearings.map(({ ask }) => ask.input.operationId)).size,
      sends: world.provider.sends.all.length,
      faults: Object.fromEntries(FAULT_IDS.map((id) => [id, diary.hits(id)])),
      outcomes: countBy(operations, ({ kind, state }) => `${kind} ${state}`),
      words: countBy(diary.hearings, ({ told }) => wordOf(told)),
      settleMs: operations.flatMap(({ settleMs }) => (settleMs === null ? [] : [settleMs])),
      findings: findings.map((finding) => ({
        ...finding,
        fault: diary.meantFor.get(finding.operationId ?? '') ?? null,
      })),
      durationMs: Math.round(performance.now() - begun),
    }
  } finally {
    await world.stop()
  }
}

async function untilQuiet(world: World): Promise<void> {
  const deadline = Date.now() + QUIET_LIMIT_MS
  await world.board.nextLook()
  while (world.board.busy > 0 && Date.now() < deadline) await world.board.nextLook()
}

function wordOf(told: Told): string {
  if (told.kind === 'state') return told.state
  return told.kind === 'failure' ? told.failure.code : told.kind
}

function countBy<T>(values: readonly T[], name: (value: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[name(value)] = (counts[name(value)] ?? 0) + 1
  return counts
}
