import { randomInt } from 'node:crypto'

/** Returns whole numbers from `low` to `high`, both included. */
export interface RandomInts {
  int(low: number, high: number): number
}

/** Unseeded random numbers for the running sandbox. */
export const RANDOM: RandomInts = { int: (low, high) => randomInt(low, high + 1) }

/** `count` hex digits. */
export function hexDigits(random: RandomInts, count: number): string {
  return Array.from({ length: count }, () => random.int(0, 15).toString(16)).join('')
}

/** An id of a payment or operation: 32 hex digits (fact sheet §5). */
export function paymentId(random: RandomInts): string {
  return `8ac7a4a1${hexDigits(random, 24)}`
}

/** Three groups of four digits, made from an id so that it is always the same (fact sheet §5.9). */
export function shortId(id: string): string {
  const digits = [...id].map((digit) => Number.parseInt(digit, 16) % 10).join('')
  return [digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20)].join('.')
}
