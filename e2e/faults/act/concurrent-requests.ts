import type { OperationRequest } from '../model/messages'
import { chooseRequest } from './choose-request'
import { submit, type FaultContext } from './fault-context'

/** Two actors send a request for the same payment to two instances at the same moment. */
export async function twoActors(context: FaultContext): Promise<void> {
  const { world, random, payment } = context
  const other = chooseRequest(world.participant, random, payment, random.uuid())
  context.hit()
  if (other === null) return submit(context)
  const rival = random.pick(world.people.filter((person) => person !== context.actor))
  const elsewhere = {
    ...context,
    request: other,
    actor: rival,
    instanceIndex: context.instanceIndex === 0 ? 1 : 0,
  }
  await Promise.all([submit(context), submit(elsewhere)])
}

/** One request captures while another one voids. */
export async function captureAgainstVoid(context: FaultContext): Promise<void> {
  const { world, random, payment } = context
  const release = chooseRequest(world.participant, random, payment, random.uuid(), ['void'])
  context.hit()
  if (release === null) return submit(context)
  await Promise.all([
    submit(context),
    submit({ ...context, request: release, instanceIndex: context.instanceIndex === 0 ? 1 : 0 }),
  ])
}

/**
 * The same dialog is sent three times at once. With `otherInput` one of them has another amount
 * under the same id, as a broken client would send it.
 */
export async function doubleClick(context: FaultContext, otherInput: boolean): Promise<void> {
  const again = otherInput ? withOtherAmount(context.request) : context.request
  context.hit()
  await Promise.all([
    submit(context),
    submit({ ...context, request: again, instanceIndex: context.instanceIndex === 0 ? 1 : 0 }),
    submit({ ...context, request: again }),
  ])
}

function withOtherAmount(request: OperationRequest): OperationRequest {
  if (request.kind !== 'capture' && request.kind !== 'refund') return request
  const choice = { mode: 'amount', amountMinor: 1 } as const
  return request.kind === 'capture'
    ? { kind: 'capture', input: { ...request.input, choice } }
    : { kind: 'refund', input: { ...request.input, choice } }
}
