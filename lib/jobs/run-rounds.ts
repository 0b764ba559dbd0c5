import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@/db/client'
import { noteRound, type Job } from '@/lib/observability/job-rounds'
import { log } from '@/lib/observability/log'

export interface Rounds {
  /** Its name in the log. */
  readonly name: Job
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
  noteRound(rounds.name)
  while (!signal.aborted) {
    const done = await doRound(database, rounds)
    if (done < rounds.full) await pause(rounds.pauseMs, signal)
  }
}

async function doRound(database: Database, { name, once }: Rounds): Promise<number> {
  try {
    const done = await once(database)
    noteRound(name)
    return done
  } catch (error) {
    log().warn({ error }, `a round of ${name} failed`)
    return 0
  }
}

/** Ends early when the rounds are stopped; leaves nothing behind on the signal. */
export async function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  await sleep(durationMs, undefined, { signal, ref: false }).catch(() => undefined)
}
