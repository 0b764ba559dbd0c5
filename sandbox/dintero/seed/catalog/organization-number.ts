import type { Prng } from '../../../prng'

/** Norway: nine digits, the last one a check digit by modulus 11. */
export function norwegianNumber(prng: Prng): string {
  for (;;) {
    const digits = `9${digitsOf(prng, 7)}`
    const rest = weightedSum(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11
    if (rest !== 1) return `${digits}${rest === 0 ? 0 : 11 - rest}`
  }
}

/** Sweden: ten digits with a hyphen, the last one a Luhn check digit. */
export function swedishNumber(prng: Prng): string {
  const digits = `559${digitsOf(prng, 6)}`
  const sum = [...digits].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  const all = `${digits}${(10 - (sum % 10)) % 10}`
  return `${all.slice(0, 6)}-${all.slice(6)}`
}

/** Denmark: eight digits whose weighted sum divides by 11. */
export function danishNumber(prng: Prng): string {
  for (;;) {
    const digits = `4${digitsOf(prng, 6)}`
    const check = (11 - (weightedSum(digits, [2, 7, 6, 5, 4, 3, 2]) % 11)) % 11
    if (check < 10) return `${digits}${check}`
  }
}

/** Finland: seven digits, a hyphen and a check digit by modulus 11. */
export function finnishNumber(prng: Prng): string {
  for (;;) {
    const digits = `3${digitsOf(prng, 6)}`
    const rest = weightedSum(digits, [7, 9, 10, 5, 8, 4, 2]) % 11
    if (rest !== 1) return `${digits}-${rest === 0 ? 0 : 11 - rest}`
  }
}

/** Germany: a number of the commercial register. */
export function germanNumber(prng: Prng): string {
  return `HRB ${prng.int(10_000, 299_999)}`
}

function digitsOf(prng: Prng, count: number): string {
  return Array.from({ length: count }, () => prng.int(0, 9)).join('')
}

function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)
}
