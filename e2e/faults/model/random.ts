/** Seeded random numbers (mulberry32): the same seed gives the same plan on every machine. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** At least 0 and below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.int(0, values.length - 1)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }

  shuffle<T>(values: readonly T[]): T[] {
    const mixed = [...values]
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = this.int(0, last)
      const [left, right] = [mixed[last], mixed[other]]
      if (left !== undefined && right !== undefined) [mixed[last], mixed[other]] = [right, left]
    }
    return mixed
  }

  /** A UUID that follows from the seed. */
  uuid(): string {
    const hex = Array.from({ length: 32 }, () => this.int(0, 15).toString(16)).join('')
    const variant = '89ab'.charAt(this.int(0, 3))
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
  }
}
