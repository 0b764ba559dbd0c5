import type { Provider } from '@/lib/domain/provider/provider'
import type { FaultId } from './fault-ids'
import type { Violation } from './violations'

/** The result of one seed, with all violations. */
export interface SeedResult {
  readonly provider: Provider
  readonly seed: number
  readonly operations: number
  readonly sends: number
  readonly faults: Readonly<Partial<Record<FaultId, number>>>
  /** Number of operations by `kind state`. */
  readonly outcomes: Readonly<Record<string, number>>
  /** Number of replies by state, failure code or kind. */
  readonly replies: Readonly<Record<string, number>>
  readonly settleMs: readonly number[]
  /** Milliseconds for which the outcomes of lost answers were open. */
  readonly lostMs: readonly number[]
  readonly violations: readonly (Violation & { readonly fault: FaultId | null })[]
  readonly durationMs: number
}
