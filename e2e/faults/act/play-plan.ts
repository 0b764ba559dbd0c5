import { setTimeout as sleep } from 'node:timers/promises'
import {
  groupPayments,
  makePlan,
  type PaymentGroup,
  type PaymentPlan,
  type PlanWish,
} from '../plan/plan'
import { PaymentSupply } from './payment-supply'
import type { Stage } from './scene'
import { tellStory } from './story'

const TRIES = 5
/** Payments for steps that found no room on theirs, or missed their fault. */
const SPARES = { usual: 1.5, expired: 1, unsteady: 1 } as const
const FEWEST_SPARES = 5
const IDLE_MS = 50

interface Task {
  readonly plan: PaymentPlan
  readonly tries: number
}

/** Plays a plan, many payments at a time. @returns all payments there are */
export async function playPlan(
  stage: Stage,
  wish: PlanWish & { readonly atOnce: number },
): Promise<PaymentSupply> {
  const plans = makePlan(wish)
  const supply = await PaymentSupply.make(stage.world, {
    ...{ usual: supplyFor(plans, 'usual'), expired: supplyFor(plans, 'expired') },
    unsteady: supplyFor(plans, 'unsteady'),
  })
  const queue: Task[] = plans.map((plan) => ({ plan, tries: 1 }))
  let busy = 0
  const play = async ({ plan, tries }: Task): Promise<void> => {
    const payment = supply.take(plan.group)
    if (payment === undefined) return
    const undone = await tellStory(stage, plan, payment.id, (id) => supply.refresh(plan.group, id))
    if (tries === TRIES) return
    for (const again of groupPayments(undone)) queue.push({ plan: again, tries: tries + 1 })
  }
  const playOn = async (): Promise<void> => {
    while (queue.length > 0 || busy > 0) {
      const task = queue.shift()
      if (task === undefined) {
        await sleep(IDLE_MS)
        continue
      }
      busy += 1
      await play(task)
      busy -= 1
    }
  }
  await Promise.all(Array.from({ length: wish.atOnce }, playOn))
  return supply
}

function supplyFor(plans: readonly PaymentPlan[], group: PaymentGroup): number {
  const planned = plans.filter((plan) => plan.group === group).length
  return planned === 0 ? 0 : planned + Math.ceil(Math.max(FEWEST_SPARES, planned * SPARES[group]))
}
