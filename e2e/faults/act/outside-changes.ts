import type { WebhookCall } from '../plan/variant'
import { callWebhooks } from './call-webhooks'
import { LOST_RESPONSE, submit, type FaultContext } from './fault-context'

/** Drops the request before it has an effect. */
const LOST_REQUEST = { type: 'sandbox', fault: { type: 'drop', when: 'before' } } as const

/**
 * Changes the payment in the provider's portal: before our request, or while its outcome is
 * unknown.
 */
export async function portal(context: FaultContext, when: 'before' | 'meanwhile'): Promise<void> {
  const { world, payment, request } = context
  if (when === 'before') {
    await actInPortal(context)
    return submit(context)
  }
  world.provider.rules.add(request.input.operationId, LOST_RESPONSE, 1)
  await submit(context)
  await actInPortal(context)
  await world.openOperations.waitUntilFree(payment.id)
}

async function actInPortal(context: FaultContext): Promise<void> {
  const { world, payment, random, hit } = context
  allowReview(context)
  const [operation, left] =
    payment.heldMinor > 0
      ? (['capture', payment.heldMinor] as const)
      : (['refund', payment.refundableMinor] as const)
  const amount = Math.max(1, random.int(1, Math.ceil(left / 10)))
  const { provider } = world.participant
  const path = `${provider}/transactions/${encodeURIComponent(payment.providerId)}/portal`
  const done = world.sandbox.control.call('POST', path, { operation, amount })
  // The portal refuses when nothing is left; then the fault has not happened.
  await done.then(hit, () => undefined)
}

/** Sends the request although the authorization has ended at the provider. */
export async function expired(context: FaultContext): Promise<void> {
  allowReview(context)
  context.hit()
  await submit(context)
}

/**
 * Allows a review for providers that do not identify our operations: after a change from elsewhere,
 * a lost response cannot be attributed there.
 */
function allowReview({ world, recorder, payment, request }: FaultContext): void {
  if (world.participant.identifiesOurs) return
  recorder.unattributed.add(payment.id)
  recorder.mayNeedReview.add(request.input.operationId)
}

/** The provider calls while a response is lost, whether or not the request had an effect. */
export async function webhook(context: FaultContext, how: WebhookCall): Promise<void> {
  const { world, payment, request, random } = context
  const lostCall = random.pick([LOST_RESPONSE, LOST_REQUEST])
  if (how === 'killed') await context.killGate.enter()
  world.provider.rules.add(request.input.operationId, lostCall, 1)
  await submit(context)
  const sent = await callWebhooks(context, how)
  context.recorder.webhooks.push(...sent)
  await world.openOperations.waitUntilFree(payment.id)
}
