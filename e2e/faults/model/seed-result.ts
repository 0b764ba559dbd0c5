import type { Provider } from '@/lib/domain/provider/provider'
import type { FaultId } from './fault-ids'
import type { Finding } from './findings'

/** One seed played to its end, with everything that the comparison found. */
export interface SeedResult {
  readonly provider: Provider
  readonly seed: number
  readonly operations: number
  readonly sends: number
  readonly faults: Readonly<Partial<Record<FaultId, number>>>
  /** How many operations of a kind ended in a state, by `kind state`. */
  readonly outcomes: Readonly<Record<string, number>>
  /** What people heard, by kind and state or code. */
  readonly words: Readonly<Record<string, number>>
  readonly settleMs: readonly number[]
  readonly findings: readonly (Finding & { readonly fault: FaultId | null })[]
  readonly durationMs: number
}
