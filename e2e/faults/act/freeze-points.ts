import { setTimeout as sleep } from 'node:timers/promises'
import type { Means, Point } from '../plan/variant'
import { COLLECT_MS } from '../world/freezer'
import { LOST, say, type Scene } from './scene'

/** Freezes a call at its point and lets the instance die or stand still there. */
export async function atPoint(
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
