import { LIMITS } from '@/lib/config/limits'
import { parseJson } from './json-body'

/** Members that hold secrets or say who the customer is. */
const PRIVATE = new Set([
  'access_token',
  'bankAccount',
  'billing',
  'billing_address',
  'card',
  'customer',
  'customer_ip',
  'shipping',
  'shipping_address',
  'shipping_option',
  'shippingaddress',
  'store',
  'token',
  'url',
  'user_agent',
  'verified_identity',
  'virtualAccount',
])

const REMOVED = '[removed]'

/**
 * A body as it may be kept beside an attempt: JSON without secrets and personal data, cut to a
 * bound. Text that isn't JSON can hold anything, so only its length is kept.
 */
export function redactBody(text: string): string {
  const parsed = parseJson(text)
  if (parsed === null) return text === '' ? '' : `[${text.length} characters that are not JSON]`
  const kept = JSON.stringify(withoutPrivate(parsed.value)).slice(0, LIMITS.exchange.bodyLength)
  // The cut may go through a surrogate pair, and no database keeps half of one.
  return kept.toWellFormed()
}

function withoutPrivate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrivate)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      PRIVATE.has(name) ? REMOVED : withoutPrivate(member),
    ]),
  )
}
