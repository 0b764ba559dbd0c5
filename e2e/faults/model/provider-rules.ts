import type { z } from 'zod'
import type { faultActionsSchema } from '@/sandbox/faults/action-schema'

/** A fault as the sandbox takes it. */
export type SandboxFault = z.input<typeof faultActionsSchema>

/** What happens to a call on its way to the provider or back. */
export type ProviderAction =
  | { readonly type: 'sandbox'; readonly fault: SandboxFault }
  /** Nothing happens to it; what follows it is another matter. */
  | { readonly type: 'pass' }
  /** Never leaves the network on our side: the provider hears nothing of it. */
  | { readonly type: 'hold' }
  /** The kept-alive connection turns out to be dead. */
  | { readonly type: 'stale' }
  /** Something on the way delivers it twice; the second answer comes back. */
  | { readonly type: 'twice' }
  /** Stands still before it reaches the provider. */
  | { readonly type: 'freeze-before' }
  /** Stands still with the provider's answer. */
  | { readonly type: 'freeze-after' }

interface Rule {
  readonly action: ProviderAction
  timesLeft: number
  readonly onHit: () => void
}

/** Rules for writes by operation id and for reads by the provider's payment id. */
export class ProviderRules {
  readonly #rules = new Map<string, Rule>()

  /** @returns a function that takes the rule back */
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
