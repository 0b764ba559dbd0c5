import type { PaymentType } from '../payment'

const NAMES: Readonly<Partial<Record<PaymentType, string>>> = {
  CP: 'capture',
  RF: 'refund',
  RV: 'void',
  RB: 'rebill',
  RC: 'receipt',
  CD: 'credit',
}

const OPERATIONS = Object.values(NAMES).join('|')

export type Behaviour = 'refuse' | '202' | '202-refused' | 'timeout' | 'uncertain'

const BEHAVIOURS: readonly Behaviour[] = ['202', '202-refused', 'timeout', 'uncertain']

/**
 * Behaviour of a payment for operations, by the name of the operation:
 * - `refuse-<operation>`: the issuer declines
 * - `<operation>-202` / `<operation>-202-refused`: pending, later done / declined
 * - `<operation>-timeout`: done, but no response arrives
 * - `<operation>-uncertain`: the acquirer's response is lost, so the result is unknown
 */
const BEHAVIOUR = new RegExp(`^(refuse-(${OPERATIONS})|(${OPERATIONS})-(${BEHAVIOURS.join('|')}))$`)

/** True for a known behaviour. */
export function isBehaviour(behaviour: string): boolean {
  return BEHAVIOUR.test(behaviour)
}

/** The part of a behaviour that concerns an operation; null without one. */
export function behaviourFor(behaviour: string | undefined, type: PaymentType): Behaviour | null {
  const name = NAMES[type]
  if (name === undefined || behaviour === undefined) return null
  if (behaviour === `refuse-${name}`) return 'refuse'
  return BEHAVIOURS.find((one) => behaviour === `${name}-${one}`) ?? null
}
