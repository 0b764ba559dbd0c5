import { LIMITS } from '@/lib/config/limits'
import type { ProviderTraits } from '@/lib/providers/port'

/** How a provider's list is walked through: pages of one turn, and the pause before the next walk. */
export function listTurn({ listsChanges }: ProviderTraits): {
  readonly pages: number
  readonly pauseMs: number
} {
  const { pages, everyMs, wholeEveryMs } = LIMITS.poll
  return listsChanges ? { pages, pauseMs: everyMs } : { pages: 1, pauseMs: wholeEveryMs }
}
