import type { MoneyOperation, Transaction } from '../transaction'

/**
 * Metadata key of the behaviour of a transaction's payment method. Values, with `capture`, `refund`
 * or `void` for the operation:
 * - `refuse-<operation>`: the method refuses, according to the setting `providerFailure`
 * - `refuse-<operation>-200`: refused with HTTP 200 and a failed event
 * - `<operation>-202` / `<operation>-202-refused`: accepted, later done / refused
 * - `<operation>-timeout`: done, but no response arrives
 * - `<operation>-corrected` / `<operation>-corrected-refused`: no response arrives; there is a
 * failed event whose correction says that it was done / that nothing was
 * - `<operation>-refused-corrected` / `<operation>-refused-repaired`: refused with HTTP 200 and a
 * failed event; two seconds later its correction says that it was done, naming no event / naming the
 * event that did it
 * - `refuse-update`: Klarna refuses a change of the authorized amount
 */
export const BEHAVIOUR_KEY = 'sandbox:behaviour'

const BEHAVIOUR =
  /^(refuse-)?(capture|refund|void|update)(-200|-202|-202-refused|-timeout|-corrected|-corrected-refused|-refused-corrected|-refused-repaired)?$/

/** The behaviour for one operation. */
export type Behaviour =
  | 'refuse'
  | 'refuse-200'
  | '202'
  | '202-refused'
  | 'timeout'
  | 'corrected'
  | 'corrected-refused'
  | 'refused-corrected'
  | 'refused-repaired'

/** True for a known behaviour. */
export function isBehaviour(behaviour: string): boolean {
  return BEHAVIOUR.test(behaviour)
}

/** The transaction's behaviour for an operation; null without one. */
export function behaviourOf(
  transaction: Transaction,
  operation: MoneyOperation | 'update',
): Behaviour | null {
  switch (transaction.metadata?.[BEHAVIOUR_KEY]) {
    case `refuse-${operation}`:
      return 'refuse'
    case `refuse-${operation}-200`:
      return 'refuse-200'
    case `${operation}-202`:
      return '202'
    case `${operation}-202-refused`:
      return '202-refused'
    case `${operation}-timeout`:
      return 'timeout'
    case `${operation}-corrected`:
      return 'corrected'
    case `${operation}-corrected-refused`:
      return 'corrected-refused'
    case `${operation}-refused-corrected`:
      return 'refused-corrected'
    case `${operation}-refused-repaired`:
      return 'refused-repaired'
    default:
      return null
  }
}
