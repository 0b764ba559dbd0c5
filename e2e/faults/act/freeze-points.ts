import { setTimeout as sleep } from 'node:timers/promises'
import type { Injection, Point } from '../plan/variant'
import { COLLECT_MS } from '../world/freezer'
import { LOST_RESPONSE, submit, type FaultContext } from './fault-context'

/** Freezes a call at its point and kills or pauses the instance there. */
export async function atPoint(
  context: FaultContext,
  { type, at, inRepair = false }: Extract<Injection, { type: 'kill' | 'pause' }>,
): Promise<void> {
  const { world, payment, request, hit } = context
  const gate =
    type === 'pause' ? context.pauseGate : inRepair ? context.repairKillGate : context.killGate
  await gate.enter()
  const instanceIndex = world.instances.length - 1
  const { operationId } = request.input
  const act = (where: number, release: () => void): void => {
    if (type === 'kill') world.freezer.killAt(where, hit)
    else world.freezer.pauseAt(where, release, hit)
  }
  if (inRepair) world.provider.rules.add(operationId, LOST_RESPONSE, 1)
  const undo = freezeAt(context, at, instanceIndex, act)
  await submit({ ...context, instanceIndex })
  await world.openOperations.waitUntilFree(payment.id)
  // A call that is frozen after the outcome is killed or resumed up to two collect times later.
  await sleep(2 * COLLECT_MS)
  undo()
}

function freezeAt(
  { world, payment, request }: FaultContext,
  at: Point,
  instanceIndex: number,
  act: (instanceIndex: number, release: () => void) => void,
): () => void {
  const { operationId } = request.input
  if ('provider' in at) {
    world.provider.freeze(operationId, (release) => act(instanceIndex, release))
    return world.provider.rules.add(operationId, { type: at.provider }, 1)
  }
  const keys = { page: payment.id, snapshot: payment.providerId }
  const { statement } = at
  return world.database.rules.add({
    statement,
    key: statement === 'page' || statement === 'snapshot' ? keys[statement] : operationId,
    action: at.action,
    onHit: (frozen) => act(frozen.instanceIndex, frozen.release),
  })
}
