import type { CallFacts } from '../calls/call-log'
import { Prng } from '../prng'
import type { FaultAction } from './action-schema'
import type { FaultPlan } from './plan-schema'

/** A queued plan with its hits so far. */
export interface QueuedPlan extends FaultPlan {
  readonly id: string
  hits: number
  /** False once the plan has hit as often as it should. */
  active: boolean
}

interface Slot {
  readonly plan: QueuedPlan
  readonly pathPattern: RegExp | null
  readonly chance: Prng
}

/** Fault plans in the order they were added; a call gets the first one that matches it. */
export class FaultQueue {
  private slots: Slot[] = []
  private lastNumber = 0

  /** Queues a plan and gives it an id if it has none. */
  add(plan: FaultPlan): QueuedPlan {
    this.lastNumber += 1
    const queued = { ...plan, id: plan.id ?? `fault-${this.lastNumber}`, hits: 0, active: true }
    const pathPattern = plan.match.path === undefined ? null : toPattern(plan.match.path)
    this.slots.push({ plan: queued, pathPattern, chance: new Prng(plan.seed) })
    return queued
  }

  /** The actions for this call: those of the first matching plan, which counts as a hit. */
  take(facts: CallFacts): readonly FaultAction[] {
    for (const slot of this.slots) {
      const { plan } = slot
      if (!plan.active || !matches(slot, facts)) continue
      if (plan.probability < 1 && !slot.chance.chance(plan.probability)) continue
      plan.hits += 1
      plan.active = plan.times === null || plan.hits < plan.times
      return plan.action
    }
    return []
  }

  /** All plans, including used up ones. */
  list(): QueuedPlan[] {
    return this.slots.map((slot) => slot.plan)
  }

  /** Deletes all plans. */
  clear(): void {
    this.slots = []
  }
}

function matches({ plan: { match }, pathPattern }: Slot, facts: CallFacts): boolean {
  return (
    (match.provider === undefined || match.provider === facts.provider) &&
    (match.method === undefined || match.method === facts.method) &&
    (match.operation === undefined || match.operation === facts.operation) &&
    (match.transactionId === undefined || match.transactionId === facts.transactionId) &&
    (match.path === undefined ||
      match.path === facts.path ||
      (pathPattern?.test(facts.path) ?? false))
  )
}

function toPattern(path: string): RegExp | null {
  try {
    return new RegExp(path)
  } catch {
    return null
  }
}
