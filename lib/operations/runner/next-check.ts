import { LIMITS } from '@/lib/config/limits'

/**
 * Milliseconds to wait after the n-th check (from 0) of an open operation; null when repair has
 * checked often enough and people must decide.
 */
export function nextCheckMs(checks: number): number | null {
  const { delaysMs, dailyChecks, dailyMs } = LIMITS.repair
  const early = delaysMs[checks]
  if (early !== undefined) return early
  return checks < delaysMs.length + dailyChecks ? dailyMs : null
}
