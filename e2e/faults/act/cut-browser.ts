import { setTimeout as sleep } from 'node:timers/promises'
import type { OperationRequest, Reply } from '../model/messages'
import { loadPayment } from '../model/payment'
import type { Injection } from '../plan/variant'
import { deliver, type FaultContext } from './fault-context'

const NO_REPLY: Reply = { kind: 'nothing' }
/** Time within which a hasty person asks again. */
const HASTE_MS = 120

/**
 * The request of a person or its reply never arrives. The person then asks again under the same
 * operation id, as the page does: with the payment as it is shown by then, and mostly elsewhere.
 */
export async function cutBrowser(
  context: FaultContext,
  { lost, isHasty }: Extract<Injection, { type: 'browser' }>,
): Promise<void> {
  const { recorder, request, actor, payment, world } = context
  // A hasty person's lost request is only late: it arrives while the second one is under way.
  const arrives = lost === 'reply' || isHasty
  const first = arrives ? deliver(context) : Promise.resolve(NO_REPLY)
  recorder.replies.push({ request, actorName: actor.name, reply: NO_REPLY })
  context.hit()
  if (isHasty) {
    if (lost === 'reply') await sleep(HASTE_MS)
  } else {
    await first
    await world.openOperations.waitUntilFree(payment.id)
  }
  const [, reply] = await Promise.all([first, deliver(await lookedAtAgain(context))])
  recorder.replies.push({ request, actorName: actor.name, reply, isAgain: true })
}

/** The same request from a page that shows the payment as it is now, to another instance. */
async function lookedAtAgain(context: FaultContext): Promise<FaultContext> {
  const { world, request, payment } = context
  const { moneyRevision: expectedRevision } = await loadPayment(world.sql, payment.id)
  return {
    ...context,
    request: withRevision(request, expectedRevision),
    instanceIndex: context.instanceIndex === 0 ? 1 : 0,
  }
}

function withRevision(request: OperationRequest, expectedRevision: string): OperationRequest {
  switch (request.kind) {
    case 'capture':
      return { kind: request.kind, input: { ...request.input, expectedRevision } }
    case 'refund':
      return { kind: request.kind, input: { ...request.input, expectedRevision } }
    case 'void':
      return { kind: request.kind, input: { ...request.input, expectedRevision } }
    case 'update_authorization':
      return { kind: request.kind, input: { ...request.input, expectedRevision } }
    case 'extend_authorization':
      return { kind: request.kind, input: { ...request.input, expectedRevision } }
  }
}
