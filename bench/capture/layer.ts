import type { Payment } from './payments'
import type { Work } from './people'

export const LAYERS = ['action', 'useCase', 'baseline'] as const

/**
 * `action`: through the running application. `useCase`: the use case alone. `baseline`: the same
 * writes and the same call, and nothing else.
 */
export type LayerName = (typeof LAYERS)[number]

/** A layer at which captures are measured. */
export interface Layer {
  readonly name: LayerName
  /** Id of the process that captures. */
  readonly pid: number
  round(durationMs: number, people: number, payments: readonly Payment[]): Promise<Work>
}
