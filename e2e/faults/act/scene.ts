import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '@/lib/domain/access/actor'
import type { Diary } from '../model/diary'
import type { Ask, Told } from '../model/messages'
import type { Payment } from '../model/payment'
import type { Random } from '../model/random'
import type { Step } from '../plan/plan'
import type { World } from '../world/world'
import type { Gate } from './gate'

/** How long somebody waits who heard that something went wrong. */
const THINK_MS = 1_000
/** An answer that gets lost, so that repair has something to find. */
export const LOST = { type: 'sandbox', fault: { type: 'drop', when: 'after' } } as const

/** Where a seed is played. */
export interface Stage {
  readonly world: World
  readonly diary: Diary
  /** Collect the deaths and pauses of one instance. */
  readonly killGate: Gate
  readonly repairKillGate: Gate
  readonly pauseGate: Gate
  /** Collects the statements under which the database goes away. */
  readonly outageGate: Gate
}

/** One step with the people, the payment and the instance that it is about. */
export interface Scene extends Stage {
  readonly step: Step
  readonly payment: Payment
  readonly random: Random
  readonly ask: Ask
  readonly actor: Actor
  readonly place: number
  /** Counts a fault that has come to pass. */
  readonly hit: () => void
}

/** Asks on the person's behalf and keeps what they heard. */
export async function say(scene: Scene): Promise<void> {
  const { world, diary, payment, ask, actor, place } = scene
  const instance = world.instances[place]
  if (instance === undefined) throw new Error(`there is no instance ${place}`)
  if (diary.unclear.has(payment.id)) diary.mayNeedReview.add(ask.input.operationId)
  const told: Told = await instance.ask(ask, actor, randomUUID())
  diary.hearings.push({ ask, actorName: actor.name, told })
  // Nobody hammers on while everything fails.
  if (told.kind === 'internal') await sleep(THINK_MS)
}
