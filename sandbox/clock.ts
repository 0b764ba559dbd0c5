/** Wall clock and timers of one sandbox. After `stop` no timer fires any more. */
export class Clock {
  private readonly timers = new Set<NodeJS.Timeout>()
  private stopped = false
  private aheadMs = 0

  /** Milliseconds since the epoch. */
  now(): number {
    return Date.now() + this.aheadMs
  }

  /** Sets the clock ahead by so much more; timers run as they did. */
  advance(ms: number): void {
    this.aheadMs += ms
  }

  /** Runs `task` after `ms` milliseconds, unless the clock is stopped first. */
  schedule(ms: number, task: () => void): void {
    if (this.stopped) return
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      task()
    }, ms)
    this.timers.add(timer)
  }

  /** Resolves after `ms` milliseconds. Never resolves when the clock is stopped meanwhile. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.schedule(ms, resolve))
  }

  /** Cancels all timers permanently. */
  stop(): void {
    this.stopped = true
    for (const timer of this.timers) clearTimeout(timer)
    this.timers.clear()
  }
}
