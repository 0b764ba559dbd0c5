import type { Transaction } from '../transaction'

/** Event metadata key of the end of a Klarna or Billie authorization (fact sheet §7.6, §12). */
export const EXPIRY_KEY = 'klarna:authorization_expiration'

const DAY_MS = 86_400_000
const KLARNA_LIFETIME_MS = 28 * DAY_MS
/** Klarna's cap on the whole life of an authorization. */
const KLARNA_LONGEST_MS = 180 * DAY_MS

/** True when the newest expiry date among the events has passed. */
export function isExpired(transaction: Transaction, nowMs: number): boolean {
  const expiry = transaction.events.findLast((event) => event.metadata?.[EXPIRY_KEY])
  const text = expiry?.metadata?.[EXPIRY_KEY]
  return text !== undefined && Date.parse(text) <= nowMs
}

/**
 * Metadata of a new Klarna period of 28 days, as far as the cap of the order allows, without fractions
 * of a second.
 */
export function freshExpiry(fromMs: number, orderedMs = fromMs): Record<string, string> {
  const endsMs = Math.min(fromMs + KLARNA_LIFETIME_MS, orderedMs + KLARNA_LONGEST_MS)
  const ends = new Date(endsMs).toISOString()
  return { [EXPIRY_KEY]: ends.replace(/\.\d+Z$/, 'Z') }
}
