import { namesCurrency } from '../currencies'
import { byGateway, type Refusal } from '../meta'
import { methodOf } from '../methods'
import type { Payment } from '../payment'
import type { Settings } from '../settings'
import { canDelete, totalsOf } from '../totals'
import { linesProblem } from './invoice-lines'
import type { CheckedRequest, MoneyRequest } from './request'

/**
 * Checks a write against the state of the payment (fact sheet §7, §14). Returns the request with
 * its amount when it may go to the acquirer, otherwise the refusal; nothing has changed then.
 */
export function checkRequest(
  payment: Payment,
  request: MoneyRequest,
  settings: Settings,
): CheckedRequest | { readonly refusal: Refusal } {
  const totals = totalsOf(payment)
  if (request.action === 'delete') {
    if (!canDelete(payment)) return refused('120', 'The authorization cannot be deleted.')
    return { ...request, amount: totals.authorized }
  }
  const isCapture = request.action === 'capture'
  if (isCapture && payment.status !== 'approved') {
    return refused('121', `The transaction is ${payment.status}.`)
  }
  const { currency } = request
  if (currency !== null && !namesCurrency(currency, payment.currency)) {
    if (settings.otherCurrency === 'refuse') return refused('122', 'The currency is another one.')
  }
  const left = isCapture ? totals.capturable : totals.refundable
  const amount = request.amount ?? left
  if (amount === 0 && (settings.zeroAmount === 'refuse' || left === 0)) {
    return refused('123', 'The amount must be more than 0.')
  }
  if (amount > left) {
    const [code, what] = isCapture ? ['113', 'capture'] : ['114', 'credit']
    return refused(code, `Amount ${amount} is above the ${left} that is left to ${what}.`)
  }
  const problem = methodOf(payment.method).isInvoice
    ? linesProblem(payment, { ...request, amount }, settings)
    : null
  return problem === null ? { ...request, amount } : refused('130', problem)
}

function refused(code: string, message: string): { readonly refusal: Refusal } {
  return { refusal: byGateway(code, message) }
}
