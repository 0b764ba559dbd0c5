import { z } from 'zod'

/** Application name of the pool's connections, by which the killer finds them. */
export const POOL_NAME = 'paydesk'

export const plan = z.object({
  databaseUrl: z.string(),
  seconds: z.number(),
  callers: z.number(),
  /** File to which the worker writes its record. */
  recordFile: z.string(),
})

/** The plan of the load process. */
export type Plan = z.infer<typeof plan>

/** Kind of a call. `refused` is a write whose guard never lets it through. */
export type CallKind = 'write' | 'refused' | 'read' | 'absent' | 'large'

/** Done or found; not done or not there. */
export type GoodAnswer = 'yes' | 'no'

/** An answer that belongs to another call. */
export type WrongAnswer = `wrong: ${string}`

/** One call through `Database`. */
export interface Call {
  readonly kind: CallKind
  readonly id: string
  readonly beganMs: number
  readonly endedMs: number
  /** A `GoodAnswer`, a `WrongAnswer`, or the name of an error. */
  readonly answer: string
  /** The server process that answered. */
  readonly backend: number | null
  /** After an error of a write: the result of reading it back. */
  readonly readBack: 'there' | 'absent' | null
}

/** The record of the load process. */
export interface LoadRecord {
  readonly calls: readonly Call[]
  readonly uncaught: readonly string[]
  /** Begin of the last phase, without kills, in which every call must succeed. */
  readonly quietFromMs: number
}
