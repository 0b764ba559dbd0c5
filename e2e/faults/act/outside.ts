import type { WebhookCall } from '../plan/variant'
import { callWebhooks } from './call-webhooks'
import { LOST, say, type Scene } from './scene'

/** A request that gets lost. */
const NEVER_CAME = { type: 'sandbox', fault: { type: 'drop', when: 'before' } } as const

/** Somebody works in the provider's own portal: just before, or while our outcome is unknown. */
export async function portal(scene: Scene, when: 'before' | 'meanwhile'): Promise<void> {
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

async function actInPortal(scene: Scene): Promise<void> {
  const { world, payment, random, hit } = scene
  changedByOthers(scene)
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

/** The authorization has ended at the provider. */
export async function expired(scene: Scene): Promise<void> {
  changedByOthers(scene)
  scene.hit()
  await say(scene)
}

/**
 * Where nothing tells whose an operation is, whatever else changes a payment can make a lost answer
 * a question for people.
 */
function changedByOthers({ world, diary, payment, ask }: Scene): void {
  if (world.participant.tellsOurs) return
  diary.unclear.add(payment.id)
  diary.mayNeedReview.add(ask.input.operationId)
}

/** The provider calls while an answer is lost, whether or not anything happened. */
export async function webhook(scene: Scene, how: WebhookCall): Promise<void> {
  const { world, payment, ask, random } = scene
  const lost = random.pick([LOST, NEVER_CAME])
  if (how === 'killed') await scene.killGate.enter()
  world.provider.rules.add(ask.input.operationId, lost, 1)
  await say(scene)
  const sent = await callWebhooks(scene, how)
  scene.diary.webhooks.push(...sent)
  await world.board.untilFree(payment.id)
}
