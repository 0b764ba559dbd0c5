type Reason = Readonly<Record<string, string>>

/**
 * Writes down what was refused, counted: at once for a new reason, and then one line in each
 * interval with how many more there were, so that a flood fills no disk.
 */
export class RefusalLog {
  readonly #counts = new Map<string, number>()

  constructor(
    private readonly write: (reason: Reason, count: number) => void,
    private readonly intervalMs: number,
  ) {}

  add(reason: Reason): void {
    const key = JSON.stringify(reason)
    const waiting = this.#counts.get(key)
    if (waiting !== undefined) {
      this.#counts.set(key, waiting + 1)
      return
    }
    this.write(reason, 1)
    this.#counts.set(key, 0)
    setTimeout(() => {
      const more = this.#counts.get(key) ?? 0
      this.#counts.delete(key)
      if (more > 0) this.write(reason, more)
    }, this.intervalMs).unref()
  }
}
