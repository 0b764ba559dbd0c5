import type { z } from 'zod'
import type { faultActionsSchema } from '@/sandbox/faults/action-schema'
import type { AnswerChange } from './answer-changes'
import type { ReadLimiter } from './read-limiter'

/** A fault in the form that the sandbox takes. */
export type SandboxFault = z.input<typeof faultActionsSchema>

/** A write that is lost before its effect has none. */
export type MeetingTime = 'before-effect' | 'after-effect'

/** Action on a call on its way to the provider or back. */
export type ProviderAction =
  | { readonly type: 'sandbox'; readonly fault: SandboxFault }
  /** The call passes unchanged; a later call has the fault. */
  | { readonly type: 'pass' }
  /** The request never reaches the provider. */
  | { readonly type: 'hold' }
  /** The kept-alive connection is dead. */
  | { readonly type: 'stale' }
  /** The network delivers the request twice; the second response comes back. */
  | { readonly type: 'twice' }
  /** The response is right in form and wrong in content; `onChange` hears of each that became so. */
  | {
      readonly type: 'change'
      readonly change: AnswerChange
      readonly onChange: () => void
    }
  /** Reads above the limit are turned away with 429, and with a time where `fault` names one. */
  | {
      readonly type: 'limit'
      readonly limiter: ReadLimiter
      readonly fault: SandboxFault
      readonly onLimited: () => void
    }
  /** Somebody acts at the provider before or after the write; `isLost` writes get no response. */
  | {
      readonly type: 'meet'
      readonly when: MeetingTime
      readonly isLost: boolean
      readonly act: () => Promise<void>
    }
  /** Held before it reaches the provider. */
  | { readonly type: 'freeze-before' }
  /** Held once the provider has responded. */
  | { readonly type: 'freeze-after' }

interface Rule {
  readonly action: ProviderAction
  timesLeft: number
  readonly onHit: () => void
}

/** Rules for writes by operation id and for reads by the provider's payment id. */
export class ProviderRules {
  readonly #rules = new Map<string, Rule>()

  /** @returns a function that removes the rule */
  add(
    key: string,
    action: ProviderAction,
    times: number,
    onHit: () => void = () => undefined,
  ): () => void {
    const rule = { action, timesLeft: times, onHit }
    this.#rules.set(key, rule)
    return () => {
      if (this.#rules.get(key) === rule) this.#rules.delete(key)
    }
  }

  take(key: string): ProviderAction | null {
    const rule = this.#rules.get(key)
    if (rule === undefined) return null
    rule.timesLeft -= 1
    if (rule.timesLeft === 0) this.#rules.delete(key)
    rule.onHit()
    return rule.action
  }
}
