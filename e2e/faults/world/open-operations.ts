import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'
import { QUIET_LIMIT_MS } from '../model/limits'

const POLL_INTERVAL_MS = 100

interface OpenRow {
  readonly operationId: string
  readonly transactionId: string
  readonly state: string
  readonly holds: boolean
}

/**
 * Polls the open operations over a connection without faults, and records those without a
 * reservation.
 */
export class OpenOperations {
  /** Open operations whose payment was free for another operation meanwhile (I3). */
  readonly withoutReservation = new Set<string>()
  #open: readonly OpenRow[] = []
  #polls = 0
  readonly #polledAtMs: number[] = []
  #isStopped = false
  #polling: Promise<void>

  constructor(private readonly sql: postgres.Sql) {
    this.#polling = this.#pollRepeatedly()
  }

  /** Waits for a poll that began after this call. */
  async nextPoll(): Promise<void> {
    const wanted = this.#polls + 2
    while (this.#polls < wanted) {
      if (this.#isStopped) throw new Error('the operations are no longer polled')
      await sleep(POLL_INTERVAL_MS / 2)
    }
  }

  /**
   * Waits until nothing is open on a payment; `locked` when a review is waiting or the limit has
   * passed.
   */
  async waitUntilFree(transactionId: string): Promise<'free' | 'locked'> {
    const deadline = Date.now() + QUIET_LIMIT_MS
    while (Date.now() < deadline) {
      await this.nextPoll()
      const open = this.#open.filter((row) => row.transactionId === transactionId)
      if (open.length === 0) return 'free'
      if (open.every((row) => row.state === 'needs_review')) return 'locked'
    }
    return 'locked'
  }

  /** Number of open operations that do not wait for a review. */
  get busy(): number {
    return this.#open.filter((row) => row.state !== 'needs_review').length
  }

  /**
   * How many times longer the polls of a period took than they take on an idle machine: what waits
   * for processor and database then is that much slower.
   */
  slowness(fromMs: number, toMs: number): number {
    const polls = this.#polledAtMs.filter((atMs) => atMs >= fromMs && atMs <= toMs).length
    return Math.max(1, (toMs - fromMs) / (Math.max(1, polls) * POLL_INTERVAL_MS))
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#polling
  }

  async #pollRepeatedly(): Promise<void> {
    while (!this.#isStopped) {
      this.#open = await this.#poll()
      for (const row of this.#open) if (!row.holds) this.withoutReservation.add(row.operationId)
      this.#polls += 1
      this.#polledAtMs.push(Date.now())
      await sleep(POLL_INTERVAL_MS)
    }
  }

  #poll(): Promise<OpenRow[]> {
    return this.sql<OpenRow[]>`
      select operations.id as "operationId", transaction_id as "transactionId", state,
        open_operation_id is not distinct from operations.id as holds
      from operations join transactions on transactions.id = transaction_id
      where settled_at is null`
  }
}
