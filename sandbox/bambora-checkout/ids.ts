import type { Prng } from '../prng'

/** Gives whole numbers from `low` to `high`. */
type Dice = Pick<Prng, 'int'>

/** An id as Bambora gives them: 17 digits, beyond what a float holds (fact sheet §4). */
export function makeId(dice: Dice): string {
  return `25${makeDigits(dice, 15)}`
}

/** The reference that acquirers are given: 12 digits. */
export function makeReference(dice: Dice): string {
  return makeDigits(dice, 12)
}

function makeDigits(dice: Dice, count: number): string {
  return Array.from({ length: count }, () => dice.int(0, 9)).join('')
}
