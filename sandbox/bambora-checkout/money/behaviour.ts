import type { MoneyAction } from '../payment'

/**
 * Behaviour of a payment's acquirer, with `capture`, `credit` or `delete` for the action:
 * - `refuse-<action>`: refused, `meta.result` is false
 * - `decline-<action>`: `meta.result` is true, but the operation reads back as declined
 * - `<action>-pending` / `<action>-pending-refused`: pending at first, later done / declined
 * - `<action>-timeout`: done, but no response arrives
 */
export type Behaviour = 'refuse' | 'decline' | 'pending' | 'pending-refused' | 'timeout'

const BEHAVIOUR =
  /^(?:(refuse|decline)-(capture|credit|delete)|(capture|credit|delete)-(pending|pending-refused|timeout))$/

/** True for a known behaviour. */
export function isBehaviour(behaviour: string): boolean {
  return BEHAVIOUR.test(behaviour)
}

/** The behaviour for one action; null without one. */
export function behaviourOf(behaviour: string | null, action: MoneyAction): Behaviour | null {
  const match = BEHAVIOUR.exec(behaviour ?? '')
  if (!match || (match[2] ?? match[3]) !== action) return null
  return (match[1] ?? match[4]) as Behaviour
}
