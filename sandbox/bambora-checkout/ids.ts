import type { Prng } from '../prng'

/** Gives whole numbers from `low` to `high`. */
type RandomInts = Pick<Prng, 'int'>

/** An id as Bambora gives them: 17 digits, beyond what a float holds (fact sheet §4). */
export function makeId(random: RandomInts): string {
  return `25${makeDigits(random, 15)}`
}

/** The reference that acquirers are given: 12 digits. */
export function makeReference(random: RandomInts): string {
  return makeDigits(random, 12)
}

function makeDigits(random: RandomInts, count: number): string {
  return Array.from({ length: count }, () => random.int(0, 9)).join('')
}
