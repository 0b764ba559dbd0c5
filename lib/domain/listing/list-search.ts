import { parseAmount } from '@/lib/domain/money/money'

/** The meaning of the text in the one search box. */
export interface ListSearch {
  /** For LIKE, in lower case: any part of references, name, e-mail, phone or provider id. */
  readonly pattern: string | null
  /** True when a trigram index can serve the pattern; shorter ones are compared row by row. */
  readonly isIndexed: boolean
  /** The text, where it may be a whole order reference or e-mail address. */
  readonly name: string | null
  readonly amountMinor: number | null
}

const CURRENCY = '(?:kr\\.?|nok|sek|dkk|eur|usd|gbp|[€$£])'
const CURRENCY_AROUND = new RegExp(`^${CURRENCY}\\s*(?=\\d)|(?<=\\d)\\s*${CURRENCY}$`, 'gu')
const DECIMALS = /[.,]\d{1,2}$/

/**
 * Reads what was typed, at most `maxLength` of it. A number is an amount and a part of a reference;
 * with decimals or a currency ("1 249,00", "1,249.00", "kr 500") it is an amount only. Null when
 * there is nothing to search for.
 */
export function readSearch(typed: string, maxLength: number): ListSearch | null {
  const text = typed.trim().slice(0, maxLength).toLowerCase()
  if (text === '') return null
  const figures = text.replace(CURRENCY_AROUND, '')
  const amountMinor = amountOf(figures)
  if (amountMinor !== null && (figures !== text || DECIMALS.test(figures))) {
    return { pattern: null, isIndexed: false, name: null, amountMinor }
  }
  const pattern = `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  const isIndexed = /[\p{L}\p{N}]{3}/u.test(text) && /[a-z0-9]/.test(text)
  const name = /^\S*[@\d]\S*$/.test(text) ? text : null
  return { pattern, isIndexed, name, amountMinor }
}

/**
 * Amounts are read with either decimal separator, in every language, and with two decimals: the
 * currencies of these providers' markets all have two, which leaves nothing that reads as two sums.
 */
export function amountOf(figures: string): number | null {
  for (const separator of ['.', ',']) {
    const parsed = parseAmount(figures, 'NOK', separator)
    if (parsed.ok) return parsed.amountMinor > 0 ? parsed.amountMinor : null
  }
  return null
}
