import type { ProviderResponse } from '../../calls/response'
import { badRequest, errorResponse } from '../errors'
import type { Settings } from '../settings'
import type { Status, Transaction } from '../transaction'
import { checkItems } from './check-items'
import type { MoneyRequest } from './request'
import { totalsOf, type Totals } from './totals'

const CAPTURABLE: readonly Status[] = [
  'AUTHORIZED',
  'PARTIALLY_CAPTURED',
  'PARTIALLY_CAPTURED_REFUNDED',
]
const REFUNDABLE: readonly Status[] = [
  'CAPTURED',
  'PARTIALLY_CAPTURED',
  'PARTIALLY_REFUNDED',
  'PARTIALLY_CAPTURED_REFUNDED',
]
/** Methods that can release the rest after a partial capture (fact sheet §8.3). */
const RELEASES_REST: readonly string[] = [
  'payex.creditcard',
  'payex.mobilepay',
  'payex.vipps',
  'payex.applepay',
  'payex.clicktopay',
  'payex.googlepay',
  'vipps',
  'klarna.klarna',
  'klarna.billie',
]

/**
 * Checks a capture, refund or void against the state of the transaction (fact sheet §8). Null when
 * it may go to the payment method, otherwise the refusal; nothing has changed then.
 */
export function checkRequest(
  transaction: Transaction,
  request: MoneyRequest,
  settings: Settings,
): ProviderResponse | null {
  const totals = totalsOf(transaction)
  if (request.operation === 'void') return checkVoid(transaction, totals, settings)
  const isCapture = request.operation === 'capture'
  const states = isCapture ? CAPTURABLE : REFUNDABLE
  const closed = isCapture && totals.released
  if (!states.includes(transaction.status) || closed) return wrongState(settings.refusalStatus)
  if (request.amount === 0 && transaction.amount !== 0) {
    return badRequest('amount must be above 0', 'amount')
  }
  const limit = isCapture ? totals.capturable : totals.refundable
  if (request.amount > limit) {
    return errorResponse(settings.refusalStatus, 'amount exceeds remaining amount')
  }
  return checkItems(transaction, request, settings)
}

function checkVoid(
  transaction: Transaction,
  totals: Totals,
  settings: Settings,
): ProviderResponse | null {
  if (transaction.status === 'AUTHORIZED' && !totals.released) return null
  const restOpen = CAPTURABLE.includes(transaction.status) && totals.capturable > 0
  if (!restOpen) return wrongState(settings.refusalStatus)
  return RELEASES_REST.includes(transaction.payment_product_type) ? null : wrongState(400)
}

function wrongState(status: number): ProviderResponse {
  return errorResponse(status, 'operation not allowed for transaction status')
}
