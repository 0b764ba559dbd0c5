import { currencyExponent } from './currency'

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

const GROUPING = /[\s\u00a0\u202f'’]/g

/**
 * Reads an amount as people type it ("1 249,00", "1,249.00", "1249", "10.") into minor units,
 * without floats. The last comma or dot is the decimal mark when one or more digits up to the
 * currency's exponent follow it; a mark that repeats, or stands before exactly three digits of a
 * two-decimal currency, groups thousands.
 */
export function parseAmount(text: string, currency: string): ParsedAmount {
  const compact = text.replace(GROUPING, '')
  if (compact === '') return { ok: false, problem: 'empty' }
  const sign = compact.startsWith('-') || compact.startsWith('−') ? -1 : 1
  const unsigned = sign === -1 ? compact.slice(1) : compact
  if (!/^\d[\d.,]*$/.test(unsigned)) return { ok: false, problem: 'not_a_number' }

  const exponent = currencyExponent(currency)
  const { whole, fraction, wellFormed } = splitAtDecimalMark(unsigned, exponent)
  if (!wellFormed) return { ok: false, problem: 'not_a_number' }
  if (fraction.length > exponent) return { ok: false, problem: 'too_many_decimals' }
  const amountMinor = sign * Number(whole + fraction.padEnd(exponent, '0'))
  if (!isMinorAmount(amountMinor)) return { ok: false, problem: 'too_large' }
  return { ok: true, amountMinor: amountMinor === 0 ? 0 : amountMinor }
}

interface AmountParts {
  readonly whole: string
  readonly fraction: string
  readonly wellFormed: boolean
}

function splitAtDecimalMark(digits: string, exponent: number): AmountParts {
  const marks = [...digits].filter((character) => character === '.' || character === ',')
  const lastMark = marks.at(-1)
  if (lastMark === undefined) return { whole: digits, fraction: '', wellFormed: true }

  const position = digits.lastIndexOf(lastMark)
  const after = digits.slice(position + 1)
  const repeats = marks.filter((mark) => mark === lastMark).length > 1
  const groups = repeats || (after.length === 3 && exponent !== 3 && marks.length === 1)
  if (groups) return { ...ungroup(digits, lastMark), fraction: '' }

  const before = digits.slice(0, position)
  const groupMark = lastMark === '.' ? ',' : '.'
  return { ...ungroup(before, groupMark), fraction: after }
}

function ungroup(digits: string, mark: string): { whole: string; wellFormed: boolean } {
  const [first = '', ...rest] = digits.split(mark)
  const wellFormed =
    /^\d+$/.test(first) &&
    (rest.length === 0 || first.length <= 3) &&
    rest.every((group) => /^\d{3}$/.test(group))
  return { whole: first + rest.join(''), wellFormed }
}
