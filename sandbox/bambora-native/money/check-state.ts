import type { ProviderResponse } from '../../calls/response'
import { declined, problem } from '../errors'
import { withoutPortal, type MoneyOperation, type Payment } from '../payment'
import type { Settings } from '../settings'
import type { MoneyRequest } from './request'
import { totalsOf } from './totals'

/**
 * Checks an operation against the payment's state (fact sheet §6.3): null when it may go on,
 * otherwise the refusal. Operations of the portal are not visible here (§1).
 */
export function refusalInState(
  payment: Payment,
  request: MoneyRequest,
  settings: Settings,
): ProviderResponse | null {
  const known = withoutPortal(payment)
  const { operation, amount } = request
  if (request.currency !== null && request.currency !== payment.currency) {
    return problem('currency_not_supported', '', settings)
  }
  const wrongState = problem(
    'invalid_payment_state_transition',
    `${operation} is impossible in state ${payment.state}.`,
    settings,
  )
  if (!ALLOWED[operation](known, settings)) return wrongState
  if (amount === null) return null
  const totals = totalsOf(known)
  const left = operation === 'capture' ? totals.capturable : totals.refundable
  if (amount <= left) return null
  return settings.tooMuch === 422 ? wrongState : declined(operation, settings)
}

const ALLOWED: Readonly<Record<MoneyOperation, (payment: Payment, settings: Settings) => boolean>> =
  {
    capture: (payment, settings) => {
      const { captures, refunds } = totalsOf(payment)
      if (captures === 0) return payment.state === 'Authorized'
      return settings.furtherCaptures === 'accept' && refunds === 0
    },
    cancel: (payment) => payment.state === 'Authorized' && totalsOf(payment).captures === 0,
    refund: (payment, settings) => {
      const { captures, refunds } = totalsOf(payment)
      if (captures === 0) return false
      if (refunds > 0 && settings.furtherRefunds === 'refuse') return false
      return payment.state !== 'Settled' || settings.refundOfSettled === 'accept'
    },
  }
