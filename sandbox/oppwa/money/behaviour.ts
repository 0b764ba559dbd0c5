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
 * How a payment answers to operations, by the name of the operation:
 * - `refuse-<operation>`: the issuer declines
 * - `<operation>-202` / `<operation>-202-refused`: pending, later done / declined
 * - `<operation>-timeout`: done, but the answer never arrives
 * - `<operation>-uncertain`: the acquirer's answer is lost, so that nobody knows
 */
const BEHAVIOUR = new RegExp(`^(refuse-(${OPERATIONS})|(${OPERATIONS})-(${BEHAVIOURS.join('|')}))$`)

/** Whether a text is a known mark. */
export function isBehaviour(behaviour: string): boolean {
  return BEHAVIOUR.test(behaviour)
}

/** How a payment with this mark behaves for an operation; null when the mark is not about it. */
export function behaviourFor(behaviour: string | undefined, type: PaymentType): Behaviour | null {
  const name = NAMES[type]
  if (name === undefined || behaviour === undefined) return null
  if (behaviour === `refuse-${name}`) return 'refuse'
  return BEHAVIOURS.find((behaviour) => behaviour === `${name}-${behaviour}`) ?? null
}
