import { LIMITS } from '@/lib/config/limits'

/**
 * When the provider wants to be asked again, by its `Retry-After` in seconds or as a date (ISO 8601,
 * at most `LIMITS.provider.retryAfterMs` ahead); null when it doesn't say, or not in a way that
 * makes sense.
 */
export function retryTime(
  { headers }: { readonly headers: Readonly<Record<string, string>> },
  nowMs: number,
): string | null {
  const message = headers['retry-after']?.trim() ?? ''
  const atMs = /^\d+$/.test(message) ? nowMs + Number(message) * 1000 : Date.parse(message)
  if (Number.isNaN(atMs)) return null
  return new Date(Math.min(atMs, nowMs + LIMITS.provider.retryAfterMs)).toISOString()
}
