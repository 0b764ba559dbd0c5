import type { Payment } from './payments'
import type { Work } from './people'

export const LAYERS = ['action', 'useCase', 'baseline'] as const

/** Through the running application; at the use case alone; the same writes and call and no more. */
export type LayerName = (typeof LAYERS)[number]

/** A way to capture that is measured. */
export interface Layer {
  readonly name: LayerName
  /** The process that does the work. */
  readonly pid: number
  round(durationMs: number, people: number, payments: readonly Payment[]): Promise<Work>
}
