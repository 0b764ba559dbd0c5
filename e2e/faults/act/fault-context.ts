import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '@/lib/domain/access/actor'
import type { Recorder } from '../model/recorder'
import type { OperationRequest, Reply } from '../model/messages'
import type { Payment } from '../model/payment'
import type { Random } from '../model/random'
import type { Step } from '../plan/plan'
import type { World } from '../world/world'
import type { Gate } from './gate'
import type { SharedImport } from './shared-import'

/** Pause of an actor after a failed request. */
const PAUSE_AFTER_FAILURE_MS = 1_000
/** Drops the response after the effect, so that repair has to find the outcome. */
export const LOST_RESPONSE = { type: 'sandbox', fault: { type: 'drop', when: 'after' } } as const
/** Drops the request before it has an effect. */
export const LOST_REQUEST = { type: 'sandbox', fault: { type: 'drop', when: 'before' } } as const

/** The parts that all steps of a seed share. */
export interface SeedContext {
  readonly world: World
  readonly recorder: Recorder
  /** Collect kills and pauses of one instance, so that one serves several calls. */
  readonly killGate: Gate
  readonly repairKillGate: Gate
  readonly pauseGate: Gate
  /** Collects the statements during which the database goes down. */
  readonly outageGate: Gate
  readonly imports: SharedImport
}

/** One step with the actor, the payment and the instance it concerns. */
export interface FaultContext extends SeedContext {
  readonly step: Step
  readonly payment: Payment
  readonly random: Random
  readonly request: OperationRequest
  readonly actor: Actor
  readonly instanceIndex: number
  /** Counts the fault as having happened. */
  readonly hit: () => void
}

/** Sends the actor's request to the instance and records the reply. */
export async function submit(context: FaultContext): Promise<void> {
  const { recorder, request, actor } = context
  const reply = await deliver(context)
  recorder.replies.push({ request, actorName: actor.name, reply })
  // Without a pause an outage would use up all steps of the payment.
  if (reply.kind === 'internal') await sleep(PAUSE_AFTER_FAILURE_MS)
}

/** Sends the actor's request to the instance; the reply is the caller's to record. */
export function deliver(context: FaultContext): Promise<Reply> {
  const { world, recorder, payment, request, actor, instanceIndex } = context
  const instance = world.instances[instanceIndex]
  if (instance === undefined) throw new Error(`there is no instance ${instanceIndex}`)
  if (recorder.unattributed.has(payment.id)) recorder.mayNeedReview.add(request.input.operationId)
  return instance.request(request, actor, randomUUID())
}

/** The first call only. */
export function once(call: () => void): () => void {
  let isOver = false
  return () => {
    if (!isOver) call()
    isOver = true
  }
}
