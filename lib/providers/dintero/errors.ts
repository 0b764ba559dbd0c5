import { parseJson } from '../http/json-body'

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

/** Messages that we know, with the code under which the screen has words for them in every language. */
const KNOWN: Readonly<Record<string, { readonly code: string; readonly words: string }>> = {
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
  return KNOWN[message]?.words ?? message
}

/** Our code for a message that we know (catalogue namespace `providerErrors`), else null. */
export function knownCode(message: string): string | null {
  return KNOWN[message]?.code ?? null
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
