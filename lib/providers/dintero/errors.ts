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

const WORDS: Readonly<Record<string, string>> = {
  invalid_items: 'The order lines do not fit the order as the provider has it.',
  'amount exceeds remaining amount': 'The amount is more than what is left at the provider.',
  'operation not allowed for transaction status':
    'The provider does not allow this in the payment’s present state.',
  FORBIDDEN: 'The provider account does not have the right to do this.',
  Unauthorized: 'The provider did not accept our credentials.',
}

/** The provider's message in plain words where we know them, else as it came. */
export function plainWords(message: string): string {
  return WORDS[message] ?? message
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
