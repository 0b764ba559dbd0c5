import { parseJson } from '../http/json-body'
import type { DinteroEvent } from './schema'

/**
 * The provider's own words in an error answer. All four shapes that its clients have met are
 * understood (fact sheet §3.1); null when the body has none of them, so nobody can tell who wrote it.
 */
export function errorMessage(body: string): { message: string; code: string | null } | null {
  const parsed = parseJson(body)
  const root = asRecord(parsed?.value)
  if (root === null) return null
  const nested = asRecord(root.error)
  const message = text(nested?.message) ?? text(root.error) ?? text(root.message)
  return message === null ? null : { message, code: text(nested?.code) }
}

interface Known {
  readonly code: string
  readonly words: string
}

/** Messages that we know, with the code under which the screen has words for them in every language. */
const KNOWN: Readonly<Record<string, Known>> = {
  invalid_items: {
    code: 'items_do_not_fit',
    words: 'The order lines do not fit the order as the provider has it.',
  },
  'amount exceeds remaining amount': {
    code: 'amount_exceeds_remaining',
    words: 'The amount is more than what is left at the provider.',
  },
  'operation not allowed for transaction status': {
    code: 'state_forbids',
    words: 'The provider does not allow this in the payment’s present state.',
  },
  'transaction cannot be updated': {
    code: 'update_conflict',
    words: 'The provider cannot change this order or its hold as it stands.',
  },
  'Transaction not found': {
    code: 'payment_not_found',
    words: 'The provider has no payment with this reference.',
  },
  FORBIDDEN: {
    code: 'account_lacks_right',
    words: 'The provider account does not have the right to do this.',
  },
  Unauthorized: {
    code: 'credentials_rejected',
    words: 'The provider did not accept our credentials.',
  },
}

/** The provider's message in plain words where we know them, else as it came. */
export function plainWords(message: string): string {
  return known(message)?.words ?? message
}

/** Our code for a message that we know (catalogue namespace `providerErrors`), else null. */
export function knownCode(message: string): string | null {
  return known(message)?.code ?? null
}

function known(message: string): Known | undefined {
  return Object.hasOwn(KNOWN, message) ? KNOWN[message] : undefined
}

/** What the payment's own bank or scheme said (§7.3), under the code that the screen has words for. */
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
 * The code of what a failed event tells: the most telling of Klarna's end of the authorization
 * (§7.6), the type of the error (§7.3), its code, Klarna's reason and a message that we know. Null
 * when it has none of them.
 */
export function failureCode({ error, metadata }: DinteroEvent): string | null {
  const extension = text(metadata?.['klarna:authorization_expiration_error_reason'])
  if (extension === 'EXPIRED') return 'authorization_expired'
  const type = error?.type?.find((one) => Object.hasOwn(CODE_OF_TYPE, one))
  return (
    CODE_OF_TYPE[type ?? ''] ??
    text(error?.code) ??
    extension ??
    text(metadata?.['klarna:order_amount_update_error']) ??
    knownCode(error?.message ?? '')
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
