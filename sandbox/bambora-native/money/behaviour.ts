import type { MoneyOperation, Payment } from '../payment'

/**
 * Behaviour of a payment, with `capture`, `cancel` or `refund`:
 * - `refuse-<operation>`: declined with 402
 * - `refuse-<operation>-201`: status 201, but the operation in the payment has not succeeded
 * - `<operation>-timeout`: done, but no response arrives
 * - `busy`: another request locks the payment for ever (409)
 */
const BEHAVIOUR = /^(refuse-(capture|cancel|refund)(-201)?|(capture|cancel|refund)-timeout|busy)$/

/** True for a known behaviour. */
export function isBehaviour(behaviour: string): boolean {
  return BEHAVIOUR.test(behaviour)
}

/** The payment's behaviour for an operation; null without one. */
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
