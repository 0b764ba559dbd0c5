import { LIMITS } from '@/lib/config/limits'

/**
 * The time from which the provider accepts another request, by its `Retry-After` in seconds or as a
 * date (ISO 8601, at most `LIMITS.provider.retryAfterMs` ahead). Null when the header is missing or
 * makes no sense.
 */
export function parseRetryTime(
  { headers }: { readonly headers: Readonly<Record<string, string>> },
  nowMs: number,
): string | null {
  const message = headers['retry-after']?.trim() ?? ''
  const atMs = /^\d+$/.test(message) ? nowMs + Number(message) * 1000 : Date.parse(message)
  if (Number.isNaN(atMs)) return null
  return new Date(Math.min(atMs, nowMs + LIMITS.provider.retryAfterMs)).toISOString()
}

/**
 * The same; after an HTTP 429 that names no time, the end of the usual wait. Null where nothing says
 * that it is a limit.
 */
export function parseLimitEnd(
  response: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
  nowMs: number,
): string | null {
  const stated = parseRetryTime(response, nowMs)
  if (stated !== null || response.status !== 429) return stated
  return new Date(nowMs + LIMITS.provider.limitedWaitMs).toISOString()
}
