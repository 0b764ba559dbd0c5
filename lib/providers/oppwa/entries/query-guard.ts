const WINDOW_MS = 60_000

/** Keeps reads within the provider's limit: milliseconds until the next of `key`; 0 counts it. */
export interface ReadGuard {
  take(key: string): number | Promise<number>
}

/** Keys are forgotten in bulk when there are this many: far more than are read in a minute. */
const KEYS_KEPT = 10_000

/**
 * Keeps the reads of one payment, or by one reference, within the provider's limit (§9), as far as
 * this client makes them.
 */
export class QueryGuard implements ReadGuard {
  readonly #reads = new Map<string, number[]>()

  constructor(
    private readonly perMinute: number,
    private readonly nowMs: () => number,
  ) {}

  /** Milliseconds until the next read of `key` is allowed; 0 allows it now and counts it. */
  take(key: string): number {
    const now = this.nowMs()
    const recent = (this.#reads.get(key) ?? []).filter((at) => now - at < WINDOW_MS)
    const [oldest] = recent.slice(-this.perMinute)
    if (oldest !== undefined && recent.length >= this.perMinute) return oldest + WINDOW_MS - now
    if (this.#reads.size >= KEYS_KEPT) this.#forgetOld(now)
    this.#reads.set(key, [...recent, now])
    return 0
  }

  #forgetOld(now: number): void {
    for (const [key, reads] of this.#reads) {
      if (reads.every((at) => now - at >= WINDOW_MS)) this.#reads.delete(key)
    }
  }
}
