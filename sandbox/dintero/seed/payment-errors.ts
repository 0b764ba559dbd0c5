import { refusalError } from '../money/events'
import type { EventError, MoneyOperation, Transaction } from '../transaction'

const HOUR_MS = 3_600_000

/** The error of a failed operation on a sample transaction. */
export function failureOf(
  transaction: Transaction,
  operation: MoneyOperation,
  atMs: number,
): EventError {
  if (!transaction.card) return refusalError(operation, false)
  return {
    code: 'INSUFFICIENT_FUNDS',
    message: 'Not sufficient funds',
    type: ['DECLINED', 'INSUFFICIENT_FUNDS'],
    result_code: '51',
    retry_policy: {
      retry_codes: ['RETRY_AFTER_DELAY'],
      retry_after: new Date(atMs + HOUR_MS).toISOString(),
    },
  }
}

/** The payment method refused the customer. */
export const DECLINED: EventError = {
  code: 'DECLINED',
  message: 'The payment was declined',
  type: ['DECLINED'],
}
/** The customer's authentication failed. */
export const AUTHENTICATION_FAILED: EventError = {
  code: 'AUTHENTICATION_FAILED',
  message: 'The customer could not be authenticated',
  type: ['FAILED_VERIFICATION'],
}
/** The payment method did not respond, so the result is unknown. */
export const NO_RESPONSE: EventError = {
  code: 'TIMEOUT',
  message: 'No answer from the payment method',
  type: ['UNKNOWN'],
}
