import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '@/lib/domain/actor'
import { chooseAsk } from './choose-ask'
import type { Diary } from './diary'
import { COLLECT_MS } from './freezer'
import type { Gate } from './gate'
import type { Ask, Told } from './messages'
import type { Payment } from './payment'
import type { Step } from './plan'
import { Random } from './random'
import type { Statement } from './statements'
import { callWebhooks } from './call-webhooks'
import type { ProviderAction } from './provider-rules'
import type { Means, Point, WebhookCall } from './variant'
import type { World } from './world'

/** How long somebody waits who heard that something went wrong. */
const THINK_MS = 1_000
const AFTERMATH_MS = 700
const OUTAGE_MS = 1_200
/** An answer that gets lost, so that repair has something to find. */
const LOST = { type: 'sandbox', fault: { type: 'drop', when: 'after' } } as const
/** A request that gets lost. */
const NEVER_CAME = { type: 'sandbox', fault: { type: 'drop', when: 'before' } } as const

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

interface Scene extends Stage {
  readonly step: Step
  readonly payment: Payment
  readonly random: Random
  readonly ask: Ask
  readonly actor: Actor
  readonly place: number
  /** Counts a fault that has come to pass. */
  readonly hit: () => void
}

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
      hit()
      return say(scene)
    case 'webhook':
      return webhook(scene, means.how)
  }
}

/** Something happens to the write; `onHit` may add a rule for what follows it, and says how to undo it. */
async function faultyWrite(
  { world, payment, ask, ...rest }: Scene,
  action: ProviderAction,
  onHit: () => (() => void) | undefined,
): Promise<void> {
  let undoRest: (() => void) | undefined
  const undo = world.provider.rules.add(ask.input.operationId, action, 1, () => {
    undoRest = onHit()
  })
  await say({ world, payment, ask, ...rest })
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

/** Freezes a call at its point and lets the instance die or stand still there. */
async function atPoint(
  scene: Scene,
  { type, at, inRepair = false }: Extract<Means, { type: 'kill' | 'pause' }>,
): Promise<void> {
  const { world, payment, ask, hit } = scene
  const gate = type === 'pause' ? scene.pauseGate : inRepair ? scene.repairKillGate : scene.killGate
  await gate.enter()
  const place = world.instances.length - 1
  const { operationId } = ask.input
  const act = (where: number, release: () => void): void => {
    if (type === 'kill') world.freezer.killAt(where, hit)
    else world.freezer.pauseAt(where, release, hit)
  }
  if (inRepair) world.provider.rules.add(operationId, LOST, 1)
  const undo = freezeAt(scene, at, place, act)
  await say({ ...scene, place })
  await world.board.untilFree(payment.id)
  // What stands still after the outcome is only done away with a moment later.
  await sleep(2 * COLLECT_MS)
  undo()
}

function freezeAt(
  { world, payment, ask }: Scene,
  at: Point,
  place: number,
  act: (place: number, release: () => void) => void,
): () => void {
  const { operationId } = ask.input
  if ('provider' in at) {
    world.provider.freeze(operationId, (release) => act(place, release))
    return world.provider.rules.add(operationId, { type: at.provider }, 1)
  }
  const key = at.statement === 'snapshot' ? payment.providerId : operationId
  return world.database.rules.add({
    ...{ statement: at.statement, key, action: at.action },
    onHit: (frozen) => act(frozen.place, frozen.release),
  })
}

/** Two people at two instances ask for something at the same moment. */
async function twoPeople(scene: Scene): Promise<void> {
  const { world, random, payment } = scene
  const other = chooseAsk(world.participant, random, payment, random.uuid())
  scene.hit()
  if (other === null) return say(scene)
  const rival = random.pick(world.people.filter((person) => person !== scene.actor))
  const elsewhere = { ...scene, ask: other, actor: rival, place: scene.place === 0 ? 1 : 0 }
  await Promise.all([say(scene), say(elsewhere)])
}

async function captureAgainstVoid(scene: Scene): Promise<void> {
  const { world, random, payment } = scene
  const release = chooseAsk(world.participant, random, payment, random.uuid(), ['void'])
  scene.hit()
  if (release === null) return say(scene)
  await Promise.all([say(scene), say({ ...scene, ask: release, place: scene.place === 0 ? 1 : 0 })])
}

/** The same dialog is sent several times at once; with other input it is a broken client. */
async function doubleClick(scene: Scene, otherInput: boolean): Promise<void> {
  const again = otherInput ? withOtherAmount(scene.ask) : scene.ask
  scene.hit()
  await Promise.all([
    say(scene),
    say({ ...scene, ask: again, place: scene.place === 0 ? 1 : 0 }),
    say({ ...scene, ask: again }),
  ])
}

function withOtherAmount(ask: Ask): Ask {
  if (ask.kind !== 'capture' && ask.kind !== 'refund') return ask
  const choice = { mode: 'amount', amountMinor: 1 } as const
  return ask.kind === 'capture'
    ? { kind: 'capture', input: { ...ask.input, choice } }
    : { kind: 'refund', input: { ...ask.input, choice } }
}

/** Somebody works in the provider's own portal: just before, or while our outcome is unknown. */
async function portal(scene: Scene, when: 'before' | 'meanwhile'): Promise<void> {
  const { world, payment, ask } = scene
  if (when === 'before') {
    await actInPortal(scene)
    return say(scene)
  }
  world.provider.rules.add(ask.input.operationId, LOST, 1)
  await say(scene)
  await actInPortal(scene)
  await world.board.untilFree(payment.id)
}

async function actInPortal({ world, payment, random, hit }: Scene): Promise<void> {
  const [operation, left] =
    payment.heldMinor > 0
      ? (['capture', payment.heldMinor] as const)
      : (['refund', payment.refundableMinor] as const)
  const amount = Math.max(1, random.int(1, Math.ceil(left / 10)))
  const { provider } = world.participant
  const path = `${provider}/transactions/${encodeURIComponent(payment.providerId)}/portal`
  const done = world.sandbox.control.call('POST', path, { operation, amount })
  // The portal refuses when nothing is left; then there was no such fault.
  await done.then(hit, () => undefined)
}

/** The provider calls while an answer is lost, whether or not anything happened. */
async function webhook(scene: Scene, how: WebhookCall): Promise<void> {
  const { world, payment, ask, random } = scene
  const lost = random.pick([LOST, NEVER_CAME])
  if (how === 'killed') await scene.killGate.enter()
  world.provider.rules.add(ask.input.operationId, lost, 1)
  await say(scene)
  const sent = await callWebhooks(scene, how)
  scene.diary.webhooks.push(sent)
  await world.board.untilFree(payment.id)
}

async function moveTo({ world, payment }: Scene, name: keyof World['connections']): Promise<void> {
  const connectionId = world.connections[name]
  await world.sql`
    delete from transactions where id <> ${payment.id} and connection_id = ${connectionId}
      and provider_transaction_id = ${payment.providerId}`
  await world.sql`update transactions set connection_id = ${connectionId} where id = ${payment.id}`
}

/** Asks on the person's behalf and keeps what they heard. */
async function say(scene: Scene): Promise<void> {
  const { world, diary, ask, actor, place } = scene
  const instance = world.instances[place]
  if (instance === undefined) throw new Error(`there is no instance ${place}`)
  const told: Told = await instance.ask(ask, actor, randomUUID())
  diary.hearings.push({ ask, actorName: actor.name, told })
  // Nobody hammers on while everything fails.
  if (told.kind === 'internal') await sleep(THINK_MS)
}
