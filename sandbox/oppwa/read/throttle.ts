const WINDOW_MS = 60_000

/** Counts queries for one id or reference in the last minute (fact sheet §9). */
export class Throttle {
  private queries = new Map<string, number[]>()

  constructor(private readonly now: () => number) {}

  /** Counts a query; returns true when it exceeds the limit, and then does not count it. */
  isExceeded(key: string, perMinute: number | null): boolean {
    if (perMinute === null) return false
    const nowMs = this.now()
    const recent = (this.queries.get(key) ?? []).filter((atMs) => nowMs - atMs < WINDOW_MS)
    if (recent.length >= perMinute) return true
    this.queries.set(key, [...recent, nowMs])
    return false
  }

  /** Deletes all counts. */
  clear(): void {
    this.queries.clear()
  }
}
