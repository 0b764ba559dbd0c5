import type { Database } from '@/db/client'
import { noteRound, type Job } from '@/lib/observability/job-rounds'
import { log } from '@/lib/observability/log'
import { pause } from './run-rounds'

export interface Slots {
  /** Its name in the log. */
  readonly name: Job
  /**
   * Begins as much of what is due as `free` allows, and returns one promise for each, which
   * resolves when it is over and never rejects.
   */
  readonly begin: (database: Database, free: number) => Promise<readonly Promise<void>[]>
  /** The most that is done at a time. */
  readonly slots: number
  /** So many must be free before more is begun while some is under way; left out, one. */
  readonly atLeast?: number
  /** After a beginning with nothing there is a pause: nothing is due. */
  readonly pauseMs: number
}

/**
 * Does what is due in slots for as long as the process lives; `signal` ends it. A slot that is free
 * is used at once: what takes long holds up only itself. Never throws.
 */
export async function runSlots(
  database: Database,
  { name, begin, slots, atLeast = 1, pauseMs }: Slots,
  signal: AbortSignal,
): Promise<void> {
  const busy = new Set<Promise<void>>()
  noteRound(name)
  while (!signal.aborted) {
    const free = slots - busy.size
    if (free < atLeast && busy.size > 0) {
      await Promise.race(busy)
      continue
    }
    const begun = await beginWork(() => begin(database, free), name)
    for (const work of begun) {
      busy.add(work)
      void work.then(() => busy.delete(work))
    }
    if (begun.length === 0) await pause(pauseMs, signal)
  }
}

async function beginWork(
  begin: () => ReturnType<Slots['begin']>,
  name: Job,
): ReturnType<Slots['begin']> {
  try {
    const begun = await begin()
    noteRound(name)
    return begun
  } catch (error) {
    log().warn({ error }, `${name} could not begin`)
    return []
  }
}
