import type { MoneyOperation, Transaction } from '../transaction'

/**
 * Metadata key by which a transaction says how its payment method behaves. Values, with `capture`,
 * `refund` or `void` for the operation:
 * - `refuse-<operation>`: the method refuses, answered as the switch `providerFailure` says
 * - `refuse-<operation>-200`: refused with HTTP 200 and a failed event
 * - `<operation>-202` / `<operation>-202-refused`: accepted, later done / refused
 * - `<operation>-timeout`: done, but the answer never arrives
 * - `<operation>-corrected` / `<operation>-corrected-refused`: the answer never arrives; a failed event
 *   is there whose correction says that it was done / that nothing was
 * - `refuse-update`: Klarna refuses a change of the authorized amount
 */
export const BEHAVIOUR_KEY = 'sandbox:behaviour'

const BEHAVIOUR =
  /^(refuse-)?(capture|refund|void|update)(-200|-202|-202-refused|-timeout|-corrected|-corrected-refused)?$/

/** What the mark says about one operation. */
export type Behaviour =
  'refuse' | 'refuse-200' | '202' | '202-refused' | 'timeout' | 'corrected' | 'corrected-refused'

/** Whether a text is a known mark. */
export function isBehaviour(behaviour: string): boolean {
  return BEHAVIOUR.test(behaviour)
}

/** How the transaction behaves for an operation; null when it has no mark for it. */
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
    default:
      return null
  }
}
