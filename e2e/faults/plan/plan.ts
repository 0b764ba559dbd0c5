import { FAULT_IDS, type FaultId } from '../model/fault-ids'
import { Random } from '../model/random'
import { variantsOf, type Participant } from './participant'
import type { Variant } from './variant'

/** One thing that somebody does, and what goes wrong with it. */
export interface Step {
  readonly variant: Variant | null
  readonly operationId: string
  /** Decides kind, amount and people, once the payment's state is known. */
  readonly seed: number
}

/** Expired: its authorization has ended. Unsteady: its connection gets other addresses. */
export type PaymentGroup = 'usual' | 'expired' | 'unsteady'

/** What is done to one payment, in this order. */
export interface PaymentPlan {
  readonly group: PaymentGroup
  readonly steps: readonly Step[]
}

export interface PlanWish {
  readonly participant: Participant
  readonly seed: number
  readonly operations: number
  /** Of the operations, that something is planned to go wrong with. */
  readonly faultyShare: number
  /** The faults to come, as far as the provider can have them; all of them when left out. */
  readonly faults?: readonly FaultId[]
}

const STEPS_A_PAYMENT = 4

/** The plan that follows from a seed: the same one each time. */
export function makePlan(wish: PlanWish): PaymentPlan[] {
  const { participant, seed, operations, faultyShare } = wish
  const faults = (wish.faults ?? FAULT_IDS).filter((id) => variantsOf(participant, id).length > 0)
  const random = new Random(seed)
  const step = (variant: Variant | null): Step => ({
    variant,
    operationId: random.uuid(),
    seed: random.int(0, 2 ** 31),
  })
  const faulty = Math.round(operations * faultyShare)
  const variants = Array.from({ length: faulty }, (_, index) => {
    const fault = faults[(index + seed) % faults.length]
    return fault === undefined ? null : random.pick(variantsOf(participant, fault))
  })
  const plain = Array.from({ length: operations - faulty }, () => null)
  const mixed = random.shuffle<Variant | null>([...variants, ...plain]).map(step)
  return groupPayments(mixed)
}

/** Puts steps together to payments; also those that found their payment locked. */
export function groupPayments(steps: readonly Step[]): PaymentPlan[] {
  const groups: Readonly<Record<PaymentGroup, Step[]>> = { usual: [], expired: [], unsteady: [] }
  for (const step of steps) groups[groupOf(step.variant)].push(step)
  return (['usual', 'expired', 'unsteady'] as const).flatMap((group) =>
    inPayments(groups[group]).map((some) => ({ group, steps: some })),
  )
}

function groupOf(variant: Variant | null): PaymentGroup {
  if (variant?.means.type === 'expired') return 'expired'
  return variant?.means.type === 'connection' ? 'unsteady' : 'usual'
}

function inPayments(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = []
  for (let at = 0; at < steps.length; at += STEPS_A_PAYMENT) {
    groups.push(steps.slice(at, at + STEPS_A_PAYMENT))
  }
  return groups
}
