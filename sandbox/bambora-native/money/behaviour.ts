import type { MoneyOperation, Payment } from '../payment'

/**
 * Marks by which a payment says how it behaves, with `capture`, `cancel` or `refund`:
 * - `refuse-<operation>`: declined with 402
 * - `refuse-<operation>-201`: answered 201, but the operation in the payment has not succeeded
 * - `<operation>-timeout`: done, but the answer never arrives
 * - `busy`: another request holds the payment for ever (409)
 */
const BEHAVIOUR = /^(refuse-(capture|cancel|refund)(-201)?|(capture|cancel|refund)-timeout|busy)$/

/** Whether a text is a known mark. */
export function isBehaviour(behaviour: string): boolean {
  return BEHAVIOUR.test(behaviour)
}

/** How the payment behaves for an operation; null when it has no mark for it. */
export function behaviourOf(
  payment: Payment,
  operation: MoneyOperation,
): 'refuse' | 'refuse-201' | 'timeout' | 'busy' | null {
  switch (payment.behaviour) {
    case `refuse-${operation}`:
      return 'refuse'
    case `refuse-${operation}-201`:
      return 'refuse-201'
    case `${operation}-timeout`:
      return 'timeout'
    case 'busy':
      return 'busy'
    default:
      return null
  }
}
