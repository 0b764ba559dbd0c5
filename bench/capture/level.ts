import type { Payment } from './payments'
import type { Work } from './people'

export const LEVELS = ['action', 'useCase', 'floor'] as const

/** Through the running application; at the use case alone; the same writes and call and no more. */
export type LevelName = (typeof LEVELS)[number]

/** A way to capture that is measured. */
export interface Level {
  readonly name: LevelName
  /** The process that does the work. */
  readonly pid: number
  round(durationMs: number, people: number, payments: readonly Payment[]): Promise<Work>
}
