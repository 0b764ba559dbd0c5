import { setTimeout as sleep } from 'node:timers/promises'
import { groupPayments, type PaymentPlan } from '../plan/plan'
import { PaymentSupply } from './payment-supply'
import type { World } from '../world/world'
import type { SeedContext } from './fault-context'
import { runPaymentPlan } from './run-payment-plan'

const TRIES = 5
/**
 * Share of extra payments for steps whose payment allowed no request, or whose fault did not
 * happen.
 */
const SPARES = { usual: 1.5, expired: 1, unsteady: 1 } as const
const FEWEST_SPARES = 5
const IDLE_MS = 50

interface Task {
  readonly plan: PaymentPlan
  readonly tries: number
}

/** The payments that a plan needs, with some to spare, and those of a batch. */
export function makeSupply(
  world: World,
  plans: readonly PaymentPlan[],
  batchRows: number,
): Promise<PaymentSupply> {
  return PaymentSupply.make(world, {
    usual: supplyFor(plans, 'usual'),
    expired: supplyFor(plans, 'expired'),
    unsteady: supplyFor(plans, 'unsteady'),
    batch: batchRows,
  })
}

/** Runs a plan on many payments at a time. */
export async function runPlan(
  seedContext: SeedContext,
  supply: PaymentSupply,
  plans: readonly PaymentPlan[],
  atOnce: number,
): Promise<void> {
  const queue: Task[] = plans.map((plan) => ({ plan, tries: 1 }))
  let busy = 0
  const runTask = async ({ plan, tries }: Task): Promise<void> => {
    const payment = supply.take(plan.group)
    if (payment === undefined) return
    const undone = await runPaymentPlan(seedContext, plan, payment.id, (id) =>
      supply.refresh(plan.group, id),
    )
    if (tries === TRIES) return
    for (const again of groupPayments(undone)) queue.push({ plan: again, tries: tries + 1 })
  }
  const work = async (): Promise<void> => {
    while (queue.length > 0 || busy > 0) {
      const task = queue.shift()
      if (task === undefined) {
        await sleep(IDLE_MS)
        continue
      }
      busy += 1
      await runTask(task)
      busy -= 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

function supplyFor(plans: readonly PaymentPlan[], group: keyof typeof SPARES): number {
  const planned = plans.filter((plan) => plan.group === group).length
  return planned === 0 ? 0 : planned + Math.ceil(Math.max(FEWEST_SPARES, planned * SPARES[group]))
}
