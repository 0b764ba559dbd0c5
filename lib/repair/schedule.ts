import { LIMITS } from '@/lib/config/limits'

const DAY_MS = 86_400_000

/**
 * Milliseconds to wait after the n-th look (from 0) at an open operation; null when repair has
 * looked often enough and people must decide.
 */
export function nextCheckMs(checks: number): number | null {
  const { delaysMs, dailyChecks } = LIMITS.repair
  const early = delaysMs[checks]
  if (early !== undefined) return early
  return checks < delaysMs.length + dailyChecks ? DAY_MS : null
}
