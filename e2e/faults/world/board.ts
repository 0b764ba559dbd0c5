import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'
import { QUIET_LIMIT_MS } from '../model/limits'

const LOOK_EVERY_MS = 100

interface OpenRow {
  readonly operationId: string
  readonly transactionId: string
  readonly state: string
  readonly holds: boolean
}

/** Looks at the open operations all the time, past the faults, and notes what must never be seen. */
export class Board {
  /** Open operations whose payment was free for somebody else meanwhile (I3). */
  readonly unheld = new Set<string>()
  #open: readonly OpenRow[] = []
  #looks = 0
  #isStopped = false
  #looking: Promise<void>

  constructor(private readonly sql: postgres.Sql) {
    this.#looking = this.#lookOn()
  }

  /** Waits for a look that began after this call. */
  async nextLook(): Promise<void> {
    const wanted = this.#looks + 2
    while (this.#looks < wanted) {
      if (this.#isStopped) throw new Error('nobody looks at the operations any more')
      await sleep(LOOK_EVERY_MS / 2)
    }
  }

  /** Waits until nothing is open on a payment; gives `locked` when people must decide, or never. */
  async untilFree(transactionId: string): Promise<'free' | 'locked'> {
    const deadline = Date.now() + QUIET_LIMIT_MS
    while (Date.now() < deadline) {
      await this.nextLook()
      const open = this.#open.filter((row) => row.transactionId === transactionId)
      if (open.length === 0) return 'free'
      if (open.every((row) => row.state === 'needs_review')) return 'locked'
    }
    return 'locked'
  }

  /** Waits until an operation is seen in a state that is not among these. */
  async untilLeft(operationId: string, states: readonly string[]): Promise<void> {
    const deadline = Date.now() + QUIET_LIMIT_MS
    while (Date.now() < deadline) {
      await this.nextLook()
      const row = this.#open.find((open) => open.operationId === operationId)
      if (row === undefined || !states.includes(row.state)) return
    }
  }

  /** Operations that repair still works on. */
  get busy(): number {
    return this.#open.filter((row) => row.state !== 'needs_review').length
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#looking
  }

  async #lookOn(): Promise<void> {
    while (!this.#isStopped) {
      this.#open = await this.#look()
      for (const row of this.#open) if (!row.holds) this.unheld.add(row.operationId)
      this.#looks += 1
      await sleep(LOOK_EVERY_MS)
    }
  }

  #look(): Promise<OpenRow[]> {
    return this.sql<OpenRow[]>`
      select operations.id as "operationId", transaction_id as "transactionId", state,
        open_operation_id is not distinct from operations.id as holds
      from operations join transactions on transactions.id = transaction_id
      where settled_at is null`
  }
}
