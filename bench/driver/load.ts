import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@/db/client'
import { nowMs } from '../support/own-clock'
import type { Call, CallKind } from './protocol'
import { run, ROOMS } from './statements'

const PAUSE_AFTER_ERROR_MS = 10
/** How often an uncertain write is looked for before the search is given up as one more failure. */
const READ_BACK_TRIES = 20
/** Ids of certain writes kept for reading again. */
const KNOWN_KEPT = 1_000

/** Callers that ask one question after the other until they are told to stop. */
export class Load {
  readonly calls: Call[] = []
  readonly #known: string[] = []

  constructor(private readonly database: Database) {}

  /** One caller; ends with its first answer after `untilMs`. */
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

  /** An error leaves a write unknown; what is told afterwards is what reading says. */
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

/** The name by which an error is counted: its code where it or a cause has one. */
function errorName(error: unknown): string {
  let name = 'error'
  for (let current = error; current instanceof Error; current = current.cause) {
    name = current.name
    if ('code' in current && typeof current.code === 'string') return current.code
  }
  return name
}
