import type { Provider } from '@/lib/domain/provider/provider'
import type { SourceChange } from '@/testing/source-change'
import type { FaultId } from './fault-ids'

/**
 * A guard of the money path, the change that removes it, and the faults that must then find it
 * missing.
 */
export interface Guard {
  readonly name: string
  readonly title: string
  readonly changes: readonly SourceChange[]
  /** For guards that the database holds. */
  readonly sabotage?: readonly string[]
  readonly faults: readonly FaultId[]
  /** The provider that shows it missing; Dintero when left out. */
  readonly provider?: Provider
}
