import { LIMITS } from '@/lib/config/limits'
import { PROFILES } from '../profiles'
import { parseJson } from './json-body'

/**
 * Members that any provider's profile calls private: a body may hold what another one would send.
 */
const PRIVATE = new Set(Object.values(PROFILES).flatMap(({ privateMembers }) => privateMembers))

const REMOVED = '[removed]'

/**
 * A body as it may be stored with an attempt: JSON without secrets and personal data, cut to a
 * bound. Text that isn't JSON can hold anything, so only its length is kept.
 */
export function redactBody(text: string): string {
  const parsed = parseJson(text)
  if (parsed === null) return text === '' ? '' : `[${text.length} characters that are not JSON]`
  const shortened = JSON.stringify(withoutPrivate(parsed.value)).slice(
    0,
    LIMITS.exchange.bodyLength,
  )
  // The cut may go through a surrogate pair, and no database keeps half of one.
  return shortened.toWellFormed()
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
