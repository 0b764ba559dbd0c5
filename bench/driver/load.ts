import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@/db/client'
import { nowMs } from '../support/own-clock'
import type { Call, CallKind } from './protocol'
import { run, ROOMS } from './statements'

const PAUSE_AFTER_ERROR_MS = 10
/** Number of read-backs of an uncertain write before it counts as not read back. */
const READ_BACK_TRIES = 20
/** Number of ids of certain writes that are kept for later reads. */
const KNOWN_KEPT = 1_000

/** Callers that make one database call after the other. */
export class Load {
  readonly calls: Call[] = []
  readonly #known: string[] = []

  constructor(private readonly database: Database) {}

  /** Runs one caller; ends with its first answer after `untilMs`. */
  async run(untilMs: number): Promise<void> {
    while (nowMs() < untilMs) await this.#askOnce(this.#nextKind())
  }

  async #askOnce(kind: CallKind): Promise<void> {
    const id = kind === 'read' ? this.#anyKnown() : randomUUID()
    const beganMs = nowMs()
    try {
      const { answer, backend } = await run(this.database, kind, id, randomInt(1, ROOMS + 1))
      const endedMs = nowMs()
      this.calls.push({ kind, id, beganMs, endedMs, answer, backend, readBack: null })
      if (kind === 'write' && answer === 'yes') this.#remember(id)
    } catch (error) {
      const endedMs = nowMs()
      const isWrite = kind === 'write' || kind === 'refused'
      const readBack = isWrite ? await this.#readBack(id) : null
      const failed = { kind, id, beganMs, endedMs, answer: errorName(error), backend: null }
      this.calls.push({ ...failed, readBack })
      await sleep(PAUSE_AFTER_ERROR_MS)
    }
  }

  /** After an error the write is unknown; returns the result of reading it back. */
  async #readBack(id: string): Promise<'there' | 'absent' | null> {
    for (let tries = 0; tries < READ_BACK_TRIES; tries += 1) {
      try {
        const { answer } = await run(this.database, 'absent', id, 0)
        return answer === 'yes' ? 'there' : 'absent'
      } catch {
        await sleep(PAUSE_AFTER_ERROR_MS)
      }
    }
    return null
  }

  #nextKind(): CallKind {
    const draw = randomInt(100)
    if (draw < 45) return 'write'
    if (draw < 55) return 'refused'
    if (draw < 65) return 'absent'
    if (draw < 80 || this.#known.length === 0) return 'large'
    return 'read'
  }

  #anyKnown(): string {
    return this.#known[randomInt(this.#known.length)] ?? randomUUID()
  }

  #remember(id: string): void {
    if (this.#known.length < KNOWN_KEPT) this.#known.push(id)
    else this.#known[randomInt(KNOWN_KEPT)] = id
  }
}

/** Name of an error for the counts: its code, or that of a cause, if there is one. */
function errorName(error: unknown): string {
  let name = 'error'
  for (let current = error; current instanceof Error; current = current.cause) {
    name = current.name
    if ('code' in current && typeof current.code === 'string') return current.code
  }
  return name
}
