import { FAULT_IDS, type FaultId } from '../model/fault-ids'
import { Random } from '../model/random'
import { variantsOf, type Participant } from './participant'
import type { Variant } from './variant'

/** One request, with the fault that is planned for it. */
export interface Step {
  readonly variant: Variant | null
  readonly operationId: string
  /** Decides kind, amount and actor once the state of the payment is known. */
  readonly seed: number
}

/**
 * `expired`: its authorization has ended. `unsteady`: its connection gets other addresses. `batch`: it is
 * captured by a batch.
 */
export type PaymentGroup = 'usual' | 'expired' | 'unsteady' | 'batch'

/** The groups whose payments have steps of their own. */
type StepGroup = Exclude<PaymentGroup, 'batch'>

/** The steps of one payment, in this order. */
export interface PaymentPlan {
  readonly group: StepGroup
  readonly steps: readonly Step[]
}

export interface PlanOptions {
  readonly participant: Participant
  readonly seed: number
  readonly operations: number
  /** Share of the operations that have a planned fault. */
  readonly faultyShare: number
  /** The faults to plan, as far as the provider can have them; all when left out. */
  readonly faults?: readonly FaultId[]
}

const STEPS_A_PAYMENT = 4

/** Makes the plan of a seed; the same seed gives the same plan. */
export function makePlan(options: PlanOptions): PaymentPlan[] {
  const { participant, seed, operations, faultyShare } = options
  const faults = (options.faults ?? FAULT_IDS).filter(
    (id) => variantsOf(participant, id).length > 0,
  )
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

/** Distributes steps over payments. */
export function groupPayments(steps: readonly Step[]): PaymentPlan[] {
  const groups: Readonly<Record<StepGroup, Step[]>> = { usual: [], expired: [], unsteady: [] }
  for (const step of steps) groups[groupOf(step.variant)].push(step)
  return (['usual', 'expired', 'unsteady'] as const).flatMap((group) =>
    inPayments(groups[group]).map((some) => ({ group, steps: some })),
  )
}

function groupOf(variant: Variant | null): StepGroup {
  if (variant?.injection.type === 'expired') return 'expired'
  return variant?.injection.type === 'connection' ? 'unsteady' : 'usual'
}

function inPayments(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = []
  for (let at = 0; at < steps.length; at += STEPS_A_PAYMENT) {
    groups.push(steps.slice(at, at + STEPS_A_PAYMENT))
  }
  return groups
}
