import { setTimeout as sleep } from 'node:timers/promises'
import type { Payment } from '../model/payment'
import { Random } from '../model/random'
import type { Statement } from '../model/statements'
import type { Step } from '../plan/plan'
import type { Injection } from '../plan/variant'
import type { World } from '../world/world'
import { changeAnswers } from './change-answers'
import { chooseRequest } from './choose-request'
import { cutBrowser } from './cut-browser'
import { faultyWrite } from './faulty-write'
import { captureAgainstVoid, doubleClick, twoActors } from './concurrent-requests'
import { atPoint } from './freeze-points'
import { importMeanwhile } from './import-meanwhile'
import { limitReads } from './limit-reads'
import { expired, meetColleague, portal, webhook } from './outside-changes'
import { LOST_RESPONSE, submit, type FaultContext, type SeedContext } from './fault-context'

const SETTLE_MS = 700
const OUTAGE_MS = 1_200

/**
 * Runs one step on a payment as it is now. Returns false when the payment allows no request of the
 * step's kinds, or when another fault came first and the step's own fault did not happen.
 */
export async function runStep(
  seedContext: SeedContext,
  step: Step,
  payment: Payment,
): Promise<boolean> {
  const { world, recorder } = seedContext
  const random = new Random(step.seed)
  const request = chooseRequest(
    world.participant,
    random,
    payment,
    step.operationId,
    step.variant?.kinds,
  )
  if (request === null) return false
  const { variant } = step
  if (variant !== null) recorder.intendedFault.set(step.operationId, variant.fault)
  if (variant?.mayNeedReview === true) recorder.mayNeedReview.add(step.operationId)
  let hasHit = variant === null
  const context: FaultContext = {
    ...seedContext,
    step,
    payment,
    random,
    request,
    actor: random.pick(world.people),
    instanceIndex: random.chance(0.1) ? world.instances.length - 1 : random.int(0, 1),
    hit: () => {
      hasHit = true
      if (variant !== null) recorder.hit(variant.fault)
    },
  }
  if (variant === null) await submit(context)
  else await injectFault(context, variant.injection)
  return hasHit
}

async function injectFault(context: FaultContext, injection: Injection): Promise<void> {
  const { world, payment, request, hit } = context
  const operationId = request.input.operationId
  switch (injection.type) {
    case 'write': {
      const { action, reads } = injection
      return faultyWrite(context, action, () => {
        hit()
        return reads && world.provider.rules.add(payment.providerId, reads.action, reads.times)
      })
    }
    case 'read-back': {
      const { action, times } = injection
      return faultyWrite(context, { type: 'pass' }, () =>
        world.provider.rules.add(payment.providerId, action, times, hit),
      )
    }
    case 'changed-answer':
    case 'changed-reads':
      return changeAnswers(context, injection)
    case 'connection':
      await moveTo(context, injection.name)
      await submit(context)
      hit()
      await moveTo(context, 'other')
      await world.openOperations.waitUntilFree(payment.id)
      // Repair writes the totals of its read after the outcome; both must happen at this
      // connection.
      await sleep(SETTLE_MS)
      return
    case 'statement': {
      const { statement, action, inRepair = false } = injection
      if (inRepair) world.provider.rules.add(operationId, LOST_RESPONSE, 1)
      const keys = { page: payment.id, snapshot: payment.providerId }
      const key = statement === 'page' || statement === 'snapshot' ? keys[statement] : operationId
      const undo = world.database.rules.add({ statement, key, action, onHit: hit })
      await submit(context)
      await world.openOperations.waitUntilFree(payment.id)
      undo()
      return
    }
    case 'outage':
      return outage(context, injection.statement)
    case 'kill':
    case 'pause':
      return atPoint(context, injection)
    case 'two-people':
      return twoActors(context)
    case 'capture-against-void':
      return captureAgainstVoid(context)
    case 'double-click':
      return doubleClick(context, injection.otherInput)
    case 'browser':
      return cutBrowser(context, injection)
    case 'clock':
      world.instances[context.instanceIndex]?.jumpClock(injection.offsetMs)
      hit()
      return submit(context)
    case 'portal':
      return portal(context, injection.when)
    case 'import':
      return importMeanwhile(context, injection)
    case 'read-limit':
      return limitReads(context, injection)
    case 'colleague':
      return meetColleague(context, injection)
    case 'expired':
      return expired(context)
    case 'webhook':
      return webhook(context, injection.how)
  }
}

/** Takes the database down under several statements at once. */
async function outage(context: FaultContext, statement: Statement): Promise<void> {
  const { world, request, hit } = context
  await context.outageGate.enter()
  const undo = world.database.rules.add({
    statement,
    key: request.input.operationId,
    action: 'freeze-before',
    onHit: () => {
      world.database.scheduleOutage(OUTAGE_MS)
      hit()
    },
  })
  await submit(context)
  undo()
}

async function moveTo(
  { world, payment }: FaultContext,
  name: keyof World['connections'],
): Promise<void> {
  const connectionId = world.connections[name]
  await world.sql`
    delete from transactions where id <> ${payment.id} and connection_id = ${connectionId}
      and provider_transaction_id = ${payment.providerId}`
  await world.sql`update transactions set connection_id = ${connectionId} where id = ${payment.id}`
}
