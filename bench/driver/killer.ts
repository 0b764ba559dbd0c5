import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'
import { nowMs } from '../support/own-clock'
import { POOL_NAME } from './protocol'

/** One kill: the server processes that were ended, and the time. */
export interface Kill {
  readonly atMs: number
  readonly backends: readonly number[]
}

export interface Pause {
  readonly fromMs: number
  readonly toMs: number
}

const EVERY_MS = 1_000
/** Each fifth kill ends the whole pool; each tenth ends it again while it reconnects. */
const WHOLE_POOL_EACH = 5
const AGAIN_EACH = 10
const AGAIN_AFTER_MS = [15, 15, 30, 60]

/** Ends server processes of the pool once a second. */
export class Killer {
  readonly kills: Kill[] = []

  constructor(private readonly admin: postgres.Sql) {}

  /** Kills once a second until `untilMs`. */
  async run(untilMs: number): Promise<void> {
    for (let round = 1; nowMs() + EVERY_MS < untilMs; round += 1) {
      await sleep(EVERY_MS)
      await this.#strike(round % WHOLE_POOL_EACH === 0)
      if (round % AGAIN_EACH !== 0) continue
      for (const afterMs of AGAIN_AFTER_MS) {
        await sleep(afterMs)
        await this.#strike(true)
      }
    }
  }

  /** Pauses the whole server, as a swapping machine or a frozen disk does. */
  async pause(durationMs: number): Promise<Pause> {
    await sleep(EVERY_MS)
    const backends = await poolBackends(this.admin)
    const stopped = [parentOf(backends), ...backends]
    const fromMs = nowMs()
    for (const pid of stopped) signal(pid, 'SIGSTOP')
    try {
      await sleep(durationMs)
    } finally {
      for (const pid of stopped) signal(pid, 'SIGCONT')
    }
    return { fromMs, toMs: nowMs() }
  }

  async #strike(wholePool: boolean): Promise<void> {
    const all = await poolBackends(this.admin)
    const victim = all.length === 0 ? undefined : all[randomInt(all.length)]
    const backends = wholePool || victim === undefined ? all : [victim]
    const atMs = nowMs()
    await this.admin`select pg_terminate_backend(pid) from unnest(${backends}::int[]) as pid`
    this.kills.push({ atMs, backends })
  }
}

/** The server processes of the pool. */
export async function poolBackends(admin: postgres.Sql): Promise<number[]> {
  const rows = await admin<{ pid: number }[]>`
    select pid from pg_stat_activity
    where datname = current_database() and application_name = ${POOL_NAME}`
  return rows.map((row) => row.pid)
}

/** Parent process of all of these; some may have ended meanwhile. */
function parentOf(backends: readonly number[]): number {
  for (const pid of backends) {
    const { stdout } = spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { timeout: 5_000 })
    const parent = Number(stdout.toString())
    if (parent > 1) return parent
  }
  throw new Error('the pool has no connection to pause')
}

/** Sends a signal; a process that has ended meanwhile is no error. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
