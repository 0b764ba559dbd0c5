const WINDOW_MS = 60_000
/** Keys are forgotten in bulk when there are this many: far more than are looked at in a minute. */
const KEYS_KEPT = 10_000

/** Keeps the looks at one payment, or by one reference, within what the provider allows (§9). */
export class QueryGuard {
  readonly #looks = new Map<string, number[]>()

  constructor(
    private readonly perMinute: number,
    private readonly nowMs: () => number,
  ) {}

  /** Milliseconds until the next look at `key` is allowed; 0 allows it now and counts it. */
  take(key: string): number {
    const now = this.nowMs()
    const recent = (this.#looks.get(key) ?? []).filter((at) => now - at < WINDOW_MS)
    const [oldest] = recent.slice(-this.perMinute)
    if (oldest !== undefined && recent.length >= this.perMinute) return oldest + WINDOW_MS - now
    if (this.#looks.size >= KEYS_KEPT) this.#forgetOld(now)
    this.#looks.set(key, [...recent, now])
    return 0
  }

  #forgetOld(now: number): void {
    for (const [key, looks] of this.#looks) {
      if (looks.every((at) => now - at >= WINDOW_MS)) this.#looks.delete(key)
    }
  }
}
