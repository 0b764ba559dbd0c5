import { setTimeout as sleep } from 'node:timers/promises'
import type { Payment } from '../model/payment'
import type { ProviderAction } from '../model/provider-rules'
import { Random } from '../model/random'
import type { Statement } from '../model/statements'
import type { Step } from '../plan/plan'
import type { Means } from '../plan/variant'
import type { World } from '../world/world'
import { chooseAsk } from './choose-ask'
import { captureAgainstVoid, doubleClick, twoPeople } from './crowd'
import { atPoint } from './freeze-points'
import { expired, portal, webhook } from './outside'
import { LOST, say, type Scene, type Stage } from './scene'

const AFTERMATH_MS = 700
const OUTAGE_MS = 1_200

/**
 * Does one step on a payment as it is now. False when the payment offers nothing of that kind, or
 * when something else went wrong before the step's own fault could come to pass.
 */
export async function perform(stage: Stage, step: Step, payment: Payment): Promise<boolean> {
  const { world, diary } = stage
  const random = new Random(step.seed)
  const ask = chooseAsk(world.participant, random, payment, step.operationId, step.variant?.kinds)
  if (ask === null) return false
  const { variant } = step
  if (variant !== null) diary.meantFor.set(step.operationId, variant.fault)
  if (variant?.mayNeedReview === true) diary.mayNeedReview.add(step.operationId)
  let hasHit = variant === null
  const scene: Scene = {
    ...{ ...stage, step, payment, random, ask },
    actor: random.pick(world.people),
    place: random.chance(0.1) ? world.instances.length - 1 : random.int(0, 1),
    hit: () => {
      hasHit = true
      if (variant !== null) diary.hit(variant.fault)
    },
  }
  if (variant === null) await say(scene)
  else await withFault(scene, variant.means)
  return hasHit
}

async function withFault(scene: Scene, means: Means): Promise<void> {
  const { world, payment, ask, hit } = scene
  const operationId = ask.input.operationId
  switch (means.type) {
    case 'write': {
      const { action, reads } = means
      return faultyWrite(scene, action, () => {
        hit()
        return reads && world.provider.rules.add(payment.providerId, reads.action, reads.times)
      })
    }
    case 'read-back': {
      const { action, times } = means
      return faultyWrite(scene, { type: 'pass' }, () =>
        world.provider.rules.add(payment.providerId, action, times, hit),
      )
    }
    case 'connection':
      await moveTo(scene, means.name)
      await say(scene)
      hit()
      await moveTo(scene, 'other')
      await world.board.untilFree(payment.id)
      // Repair writes the figures of its read after the outcome; they belong to this connection.
      await sleep(AFTERMATH_MS)
      return
    case 'statement': {
      const { statement, action, inRepair = false } = means
      if (inRepair) world.provider.rules.add(operationId, LOST, 1)
      const keys = { page: payment.id, snapshot: payment.providerId }
      const key = statement === 'page' || statement === 'snapshot' ? keys[statement] : operationId
      const undo = world.database.rules.add({ statement, key, action, onHit: hit })
      await say(scene)
      await world.board.untilFree(payment.id)
      undo()
      return
    }
    case 'outage':
      return outage(scene, means.statement)
    case 'kill':
    case 'pause':
      return atPoint(scene, means)
    case 'two-people':
      return twoPeople(scene)
    case 'capture-against-void':
      return captureAgainstVoid(scene)
    case 'double-click':
      return doubleClick(scene, means.otherInput)
    case 'clock':
      world.instances[scene.place]?.jumpClock(means.offsetMs)
      hit()
      return say(scene)
    case 'portal':
      return portal(scene, means.when)
    case 'expired':
      return expired(scene)
    case 'webhook':
      return webhook(scene, means.how)
  }
}

/** Something happens to the write; `onHit` may add a rule for what follows it, and says how to undo it. */
async function faultyWrite(
  scene: Scene,
  action: ProviderAction,
  onHit: () => (() => void) | undefined,
): Promise<void> {
  const { world, payment, ask } = scene
  let undoRest: (() => void) | undefined
  const undo = world.provider.rules.add(ask.input.operationId, action, 1, () => {
    undoRest = onHit()
  })
  await say(scene)
  await world.board.untilFree(payment.id)
  undo()
  undoRest?.()
}

/** The database goes away under several statements at once. */
async function outage(scene: Scene, statement: Statement): Promise<void> {
  const { world, ask, hit } = scene
  await scene.outageGate.enter()
  const undo = world.database.rules.add({
    ...{ statement, key: ask.input.operationId, action: 'freeze-before' },
    onHit: () => {
      world.database.goDownSoon(OUTAGE_MS)
      hit()
    },
  })
  await say(scene)
  undo()
}

async function moveTo({ world, payment }: Scene, name: keyof World['connections']): Promise<void> {
  const connectionId = world.connections[name]
  await world.sql`
    delete from transactions where id <> ${payment.id} and connection_id = ${connectionId}
      and provider_transaction_id = ${payment.providerId}`
  await world.sql`update transactions set connection_id = ${connectionId} where id = ${payment.id}`
}
