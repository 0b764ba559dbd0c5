import { parseJson } from '../http/json-body'
import type { DinteroEvent } from './schema'

/**
 * The provider's own words in an error answer. All four shapes that its clients have met are
 * understood (fact sheet §3.1); null when the body has none of them, so it is not known who wrote
 * it.
 */
export function errorMessage(body: string): { message: string; code: string | null } | null {
  const parsed = parseJson(body)
  const root = asRecord(parsed?.value)
  if (root === null) return null
  const nested = asRecord(root.error)
  const message = text(nested?.message) ?? text(root.error) ?? text(root.message)
  return message === null ? null : { message, code: text(nested?.code) }
}

/** The code under which the screen words a message (catalogue namespace `providerErrors`). */
const CODE_OF_MESSAGE: Readonly<Record<string, string>> = {
  invalid_items: 'items_do_not_fit',
  'amount exceeds remaining amount': 'amount_exceeds_remaining',
  'operation not allowed for transaction status': 'state_forbids',
  'transaction cannot be updated': 'update_conflict',
  'Transaction not found': 'payment_not_found',
  FORBIDDEN: 'account_lacks_right',
  Unauthorized: 'credentials_rejected',
}

/** Our code for a message that we know, else null. */
export function findKnownCode(message: string): string | null {
  return Object.hasOwn(CODE_OF_MESSAGE, message) ? (CODE_OF_MESSAGE[message] ?? null) : null
}

/**
 * Codes of the payment's own bank or scheme (§7.3), under the code that the screen has words for.
 */
const CODE_OF_TYPE: Readonly<Record<string, string>> = {
  ADDITIONAL_VERIFICATION_REQUIRED: 'verification_needed',
  CLOSED_ACCOUNT: 'account_closed',
  EXCEEDS_APPROVAL_LIMIT: 'exceeds_limit',
  EXCEEDS_WITHDRAWAL_FREQUENCY_LIMIT: 'exceeds_limit',
  EXPIRED_CARD: 'expired_card',
  FAILED_VERIFICATION: 'verification_needed',
  INSUFFICIENT_FUNDS: 'insufficient_funds',
  INVALID_AMOUNT: 'invalid_amount',
  INVALID_MERCHANT: 'account_lacks_right',
  PICK_UP_CARD: 'invalid_card',
  PIN_REQUIRED: 'verification_needed',
  RESTRICTED_CARD: 'invalid_card',
}

/**
 * The code of a failed event: the most telling of Klarna's end of the authorization
 * (§7.6), the type of the error (§7.3), its code, Klarna's reason and a message that we know. Null
 * when it has none of them.
 */
export function findFailureCode({ error, metadata }: DinteroEvent): string | null {
  const extension = text(metadata?.['klarna:authorization_expiration_error_reason'])
  if (extension === 'EXPIRED') return 'authorization_expired'
  const type = error?.type?.find((one) => Object.hasOwn(CODE_OF_TYPE, one))
  return (
    CODE_OF_TYPE[type ?? ''] ??
    text(error?.code) ??
    extension ??
    text(metadata?.['klarna:order_amount_update_error']) ??
    findKnownCode(error?.message ?? '')
  )
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
