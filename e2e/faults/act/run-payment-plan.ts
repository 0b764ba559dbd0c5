import { loadPayment } from '../model/payment'
import { Random } from '../model/random'
import type { PaymentPlan, Step } from '../plan/plan'
import { runStep } from './run-step'
import type { SeedContext } from './fault-context'

/**
 * Runs all steps that are planned for one payment, each after the one before has settled. @returns
 * the steps that have to be run on another payment
 */
export async function runPaymentPlan(
  seedContext: SeedContext,
  plan: PaymentPlan,
  paymentId: string,
  refresh: (providerId: string) => Promise<void>,
): Promise<Step[]> {
  const undone: Step[] = []
  for (const [index, step] of plan.steps.entries()) {
    if ((await seedContext.world.openOperations.waitUntilFree(paymentId)) === 'locked') {
      return [...undone, ...plan.steps.slice(index)]
    }
    let payment = await loadPayment(seedContext.world.sql, paymentId)
    if (payment.phase !== 'open') {
      await refresh(payment.providerId)
      payment = await loadPayment(seedContext.world.sql, paymentId)
    }
    if (!(await runStep(seedContext, step, payment))) undone.push(again(step))
  }
  await seedContext.world.openOperations.waitUntilFree(paymentId)
  return undone
}

/** The same step for another try, with a new operation id: an id belongs to one request only. */
function again(step: Step): Step {
  const random = new Random(step.seed + 1)
  return { ...step, operationId: random.uuid(), seed: random.int(0, 2 ** 31) }
}
