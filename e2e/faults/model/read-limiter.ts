/** Counts the reads of one payment as a provider does that limits them. */
export class ReadLimiter {
  #takenAtMs: number[] = []

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
  ) {}

  /** Counts a read; false when it exceeds the limit, and then it is not counted. */
  take(nowMs: number): boolean {
    this.#takenAtMs = this.#takenAtMs.filter((atMs) => nowMs - atMs < this.windowMs)
    if (this.#takenAtMs.length >= this.most) return false
    this.#takenAtMs.push(nowMs)
    return true
  }
}
