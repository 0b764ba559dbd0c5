import { loadPayment } from '../model/payment'
import { Random } from '../model/random'
import type { PaymentPlan, Step } from '../plan/plan'
import { perform } from './perform'
import type { Stage } from './scene'

/**
 * Does everything that is planned for one payment, each step when the one before has settled.
 * @returns the steps that are still to be done, elsewhere
 */
export async function tellStory(
  stage: Stage,
  plan: PaymentPlan,
  paymentId: string,
  refresh: (providerId: string) => Promise<void>,
): Promise<Step[]> {
  const undone: Step[] = []
  for (const [index, step] of plan.steps.entries()) {
    if ((await stage.world.board.untilFree(paymentId)) === 'locked') {
      return [...undone, ...plan.steps.slice(index)]
    }
    let payment = await loadPayment(stage.world.sql, paymentId)
    if (payment.phase !== 'open') {
      await refresh(payment.providerId)
      payment = await loadPayment(stage.world.sql, paymentId)
    }
    if (!(await perform(stage, step, payment))) undone.push(again(step))
  }
  await stage.world.board.untilFree(paymentId)
  return undone
}

/** The same step for another try: nothing is ever asked twice under one id by accident. */
function again(step: Step): Step {
  const random = new Random(step.seed + 1)
  return { ...step, operationId: random.uuid(), seed: random.int(0, 2 ** 31) }
}
