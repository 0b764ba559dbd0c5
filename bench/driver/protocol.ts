import { z } from 'zod'

/** How the name of the pool's connections is known to the one who kills them. */
export const POOL_NAME = 'paydesk'

export const plan = z.object({
  databaseUrl: z.string(),
  seconds: z.number(),
  callers: z.number(),
  /** Where the worker writes its record. */
  recordFile: z.string(),
})

/** What the loading process is told to do. */
export type Plan = z.infer<typeof plan>

/** What a call asked for. `refused` is a write whose guard can never let it through. */
export type CallKind = 'write' | 'refused' | 'read' | 'absent' | 'large'

/** Done or found; not done or not there. */
export type GoodAnswer = 'yes' | 'no'

/** The answer cannot be the one to the question. */
export type WrongAnswer = `wrong: ${string}`

/** One call through `Database`. `answer` is what the caller was told, or the name of an error. */
export interface Call {
  readonly kind: CallKind
  readonly id: string
  readonly beganMs: number
  readonly endedMs: number
  /** A `GoodAnswer`, a `WrongAnswer`, or the name of an error. */
  readonly answer: string
  /** The server process that answered. */
  readonly backend: number | null
  /** After an error of a write: what reading by its id said. */
  readonly readBack: 'there' | 'absent' | null
}

/** What the loading process saw. */
export interface LoadRecord {
  readonly calls: readonly Call[]
  readonly uncaught: readonly string[]
  /** When the kills were over and the last phase began: from then on every call must succeed. */
  readonly quietFromMs: number
}
