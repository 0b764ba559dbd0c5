import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@/db/client'
import { log } from '@/lib/observability/log'

export interface Rounds {
  /** Its name in the log. */
  readonly name: string
  /** Does what is due; returns how much that was. */
  readonly once: (database: Database) => Promise<number>
  /** After a round with less than this there is a pause: nothing more is due. */
  readonly full: number
  readonly pauseMs: number
}

/** Does round after round for as long as the process lives; `signal` ends it. Never throws. */
export async function runRounds(
  database: Database,
  rounds: Rounds,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const done = await rounds.once(database).catch((error: unknown) => {
      log().warn({ error }, `a round of ${rounds.name} failed`)
      return 0
    })
    if (done < rounds.full) await pause(rounds.pauseMs, signal)
  }
}

/** Ends early when the rounds are stopped; leaves nothing behind on the signal. */
export async function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  await sleep(durationMs, undefined, { signal, ref: false }).catch(() => undefined)
}
