import type { OperationRequest } from '../model/messages'
import type { Injection, WebhookCall } from '../plan/variant'
import { callWebhooks } from './call-webhooks'
import { LOST_REQUEST, LOST_RESPONSE, submit, type FaultContext } from './fault-context'

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

/** A colleague acts in the portal while our send is under way, or before we hear of its end. */
export async function meetColleague(
  context: FaultContext,
  { when, isLost, isSame }: Extract<Injection, { type: 'colleague' }>,
): Promise<void> {
  const { world, payment, request, recorder } = context
  const operationId = request.input.operationId
  const change = isSame ? changeLike(request) : someChange(context)
  if (when === 'before-effect' && isLike(change, changeLike(request))) {
    recorder.doneByColleague.add(operationId)
  }
  const act = () => actInPortal(context, change)
  world.provider.rules.add(operationId, { type: 'meet', when, isLost, act }, 1)
  await submit(context)
  await world.openOperations.waitUntilFree(payment.id)
}

interface PortalChange {
  readonly operation: OperationRequest['kind']
  readonly amount?: number
}

/** The same change as that of a request. */
function changeLike(request: OperationRequest): PortalChange {
  return request.kind === 'capture' || request.kind === 'refund'
    ? { operation: request.kind, amount: request.input.choice.amountMinor }
    : { operation: request.kind }
}

/** Parts of what is left may be equal by chance. */
function isLike(one: PortalChange, other: PortalChange): boolean {
  return one.operation === other.operation && one.amount === other.amount
}

async function actInPortal(
  context: FaultContext,
  change: PortalChange = someChange(context),
): Promise<void> {
  const { world, payment, hit } = context
  allowReview(context)
  const { provider } = world.participant
  const path = `${provider}/transactions/${encodeURIComponent(payment.providerId)}/portal`
  const done = world.sandbox.control.call('POST', path, change)
  // The portal refuses when nothing is left; then the fault has not happened.
  await done.then(hit, () => undefined)
}

function someChange({ payment, random }: FaultContext): PortalChange {
  const [operation, left] =
    payment.heldMinor > 0
      ? (['capture', payment.heldMinor] as const)
      : (['refund', payment.refundableMinor] as const)
  return { operation, amount: Math.max(1, random.int(1, Math.ceil(left / 10))) }
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
