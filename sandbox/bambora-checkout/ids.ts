import type { Prng } from '../prng'

/** Returns whole numbers from `low` to `high`. */
type RandomInts = Pick<Prng, 'int'>

/** An id like Bambora's: 17 digits, beyond the precision of a float (fact sheet §4). */
export function makeId(random: RandomInts): string {
  return `25${makeDigits(random, 15)}`
}

/** The reference for acquirers: 12 digits. */
export function makeReference(random: RandomInts): string {
  return makeDigits(random, 12)
}

function makeDigits(random: RandomInts, count: number): string {
  return Array.from({ length: count }, () => random.int(0, 9)).join('')
}
