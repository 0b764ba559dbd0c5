import { currencyExponent } from './currency'
import { splitCurrency } from './currency-signs'

export type AmountProblem = 'empty' | 'not_a_number' | 'too_many_decimals' | 'too_large'

export type ParsedAmount =
  | { readonly ok: true; readonly amountMinor: number }
  | { readonly ok: false; readonly problem: AmountProblem }

/** True for a whole number that survives JSON and arithmetic unchanged. */
export function isMinorAmount(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

/** Throws when a value that must be minor units is fractional, not finite or beyond 2^53. */
export function assertMinorAmount(value: unknown, what: string): asserts value is number {
  if (!isMinorAmount(value)) {
    throw new RangeError(`${what} is not a whole number of minor units: ${String(value)}`)
  }
}

/** An amount in plain text, the same in every language: 5000 DKK is "50.00 DKK". */
export function plainAmount(amountMinor: number, currency: string): string {
  const exponent = currencyExponent(currency)
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const fraction = exponent === 0 ? '' : `.${digits.slice(-exponent)}`
  return `${amountMinor < 0 ? '-' : ''}${whole}${fraction} ${currency}`
}

/** Minor units of a whole amount: 10 000 are 1 000 000 øre, and 10 000 yen. */
export function minorUnits(wholeAmount: number, currency: string): number {
  return wholeAmount * 10 ** currencyExponent(currency)
}

const GROUPING = /[\s\u00a0\u202f'’]/g
/** Characters that take no room, as copied from pages and mails. */
const INVISIBLE = /\p{Cf}/gu
const FULL_WIDTH = /[\uff01-\uff5e]/g
const FULL_WIDTH_OFFSET = 0xfee0

/**
 * Reads an amount as people and pages write it ("1 249,00", "1,249.00", "1249", "10.", "NOK 40.00",
 * "40,00 kr", "40,-") into minor units, without floats. A sign of another currency makes it no
 * amount. A reader's `decimalMark`, comma or dot, always stands before decimals; the other
 * one groups thousands where it can, and else stands before decimals as in the other style. What
 * both could mean is no amount: it is never guessed.
 */
export function parseAmount(text: string, currency: string, decimalMark: string): ParsedAmount {
  const plain = text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (one) => String.fromCharCode(one.charCodeAt(0) - FULL_WIDTH_OFFSET))
  const compact = splitCurrency(plain, [currency]).figures.replace(GROUPING, '')
  if (compact === '') return { ok: false, problem: 'empty' }
  const sign = compact.startsWith('-') || compact.startsWith('−') ? -1 : 1
  const unsigned = sign === -1 ? compact.slice(1) : compact
  if (!/^\d[\d.,]*$/.test(unsigned)) return { ok: false, problem: 'not_a_number' }

  const exponent = currencyExponent(currency)
  const parts = splitAtDecimalMark(unsigned, exponent, decimalMark)
  if (parts === null) return { ok: false, problem: 'not_a_number' }
  const { whole, fraction } = parts
  if (fraction.length > exponent) return { ok: false, problem: 'too_many_decimals' }
  const amountMinor = sign * Number(whole + fraction.padEnd(exponent, '0'))
  if (!isMinorAmount(amountMinor)) return { ok: false, problem: 'too_large' }
  return { ok: true, amountMinor: amountMinor === 0 ? 0 : amountMinor }
}

/** An amount above zero in minor units; null for any other text. Read as `parseAmount` does. */
export function positiveAmount(text: string, currency: string, decimalMark: string): number | null {
  const parsed = parseAmount(text, currency, decimalMark)
  return parsed.ok && parsed.amountMinor > 0 ? parsed.amountMinor : null
}

interface AmountParts {
  readonly whole: string
  readonly fraction: string
}

const THOUSANDS = 3

/** Null where the separators fit no number, or fit two. */
function splitAtDecimalMark(
  digits: string,
  exponent: number,
  decimalMark: string,
): AmountParts | null {
  const marks = [...digits].filter((character) => character === '.' || character === ',')
  const lastMark = marks.at(-1)
  if (lastMark === undefined) return { whole: digits, fraction: '' }

  const isOnly = marks.length === 1
  const repeats = !isOnly && marks.every((separator) => separator === lastMark)
  const grouped = isOnly || repeats ? ungroup(digits, lastMark) : null
  if (repeats || (isOnly && lastMark !== decimalMark && grouped !== null)) {
    const couldBeDecimals = isOnly && exponent >= THOUSANDS
    return grouped === null || couldBeDecimals ? null : { whole: grouped, fraction: '' }
  }

  const position = digits.lastIndexOf(lastMark)
  const whole = ungroup(digits.slice(0, position), lastMark === '.' ? ',' : '.')
  return whole === null ? null : { whole, fraction: digits.slice(position + 1) }
}

/** The digits without thousands separators; null where a separator is misplaced. */
function ungroup(digits: string, separator: string): string | null {
  if (!digits.includes(separator)) return /^\d+$/.test(digits) ? digits : null
  const groups = digits.split(separator)
  const isGrouped = groups.every((group, index) =>
    index === 0 ? /^[1-9]\d{0,2}$/.test(group) : /^\d{3}$/.test(group),
  )
  return isGrouped ? groups.join('') : null
}
