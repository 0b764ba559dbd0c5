import type { Transaction } from '../transaction'

/** Event metadata key of the end of a Klarna or Billie authorization (fact sheet §7.6, §12). */
export const EXPIRY_KEY = 'klarna:authorization_expiration'

const KLARNA_LIFETIME_MS = 28 * 86_400_000

/** True when the newest expiry date among the events has passed. */
export function isExpired(transaction: Transaction, nowMs: number): boolean {
  const expiry = transaction.events.findLast((event) => event.metadata?.[EXPIRY_KEY])
  const text = expiry?.metadata?.[EXPIRY_KEY]
  return text !== undefined && Date.parse(text) <= nowMs
}

/** Metadata of a new Klarna period of 28 days, without fractions of a second. */
export function freshExpiry(fromMs: number): Record<string, string> {
  const ends = new Date(fromMs + KLARNA_LIFETIME_MS).toISOString()
  return { [EXPIRY_KEY]: ends.replace(/\.\d+Z$/, 'Z') }
}
