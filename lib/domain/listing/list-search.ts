import { splitCurrency } from '@/lib/domain/money/currency-signs'
import { positiveAmount } from '@/lib/domain/money/money'
import { searchKey, visibleText } from './search-key'

/** The meaning of the text in the one search box. */
export interface ListSearch {
  /**
   * Patterns for LIKE on the search text of a payment; it fits when all of one list do. Empty when
   * the text is an amount and nothing else.
   */
  readonly patterns: readonly (readonly string[])[]
  /** True when a trigram index can serve the patterns; others are compared row by row. */
  readonly isIndexed: boolean
  /** The text as a search key, where it may be a whole reference or e-mail address. */
  readonly name: string | null
  /** Patterns that only the named phone number or card has. */
  readonly namedPatterns: readonly string[]
  /** The text as it was typed, but for what is invisible. */
  readonly typed: string
  readonly amounts: readonly SearchAmount[]
}

/** An amount that a text may mean. */
export interface SearchAmount {
  readonly amountMinor: number
  /** Null for every currency there is. */
  readonly currencies: readonly string[] | null
}

const DECIMALS = /[.,]\d{1,2}$/
/** More words than a name and an address have. */
const MAX_WORDS = 12
/** Fewer digits are rather a number of something else. */
const MIN_PHONE_DIGITS = 5
/** Longest country calling code (ITU-T E.164). */
const MAX_CALLING_CODE = 3

/**
 * Reads what was typed, at most `maxLength` of it. A number is an amount, a part of a reference,
 * of a phone number or of a card number; with decimals or a currency ("1 249,00", "1,249.00",
 * "ISK 1 500") it is an amount only. Words are found in any order. Null when there is nothing to
 * search for.
 * @param currencies those that payments have: amounts are read in each
 */
export function readSearch(
  text: string,
  maxLength: number,
  currencies: readonly string[],
): ListSearch | null {
  const typed = readTyped(text.slice(0, maxLength))
  const key = searchKey(typed)
  if (key === '') return null
  const { figures, written } = splitCurrency(key, currencies)
  const amounts = amountsOf(figures, written ?? currencies, written === null)
  if (amounts.length > 0 && (figures !== key || DECIMALS.test(figures))) {
    return { patterns: [], isIndexed: false, name: null, namedPatterns: [], typed, amounts }
  }
  const phone = readPhone(key)
  const others = phone.patterns.length > 0 ? phone.patterns : wordPatterns(key)
  const isWord = /[\p{L}\p{N}]{3}/u.test(key) && /[a-z0-9]/.test(key)
  return {
    patterns: [[containing(key)], ...others, ...cardPatterns(key)],
    isIndexed: isWord || phone.patterns.length > 0,
    name: /[@\d]/.test(key) ? key : null,
    namedPatterns: [...phone.named, ...cardPatterns(key).flat()],
    typed,
    amounts,
  }
}

/** A text without what is invisible, and without the apostrophe that our files put before numbers. */
export function readTyped(text: string): string {
  return visibleText(text).replace(/^'+/, '')
}

/**
 * All that a number may mean: it is read with either decimal mark, and with the decimals of each
 * currency.
 */
function amountsOf(
  figures: string,
  currencies: readonly string[],
  isEvery: boolean,
): readonly SearchAmount[] {
  if (!/^\d/.test(figures)) return []
  const found = new Map<number, string[]>()
  for (const currency of currencies) {
    for (const amountMinor of new Set(
      ['.', ','].map((mark) => positiveAmount(figures, currency, mark)),
    )) {
      if (amountMinor === null) continue
      found.set(amountMinor, [...(found.get(amountMinor) ?? []), currency])
    }
  }
  return [...found].map(([amountMinor, of]) => ({
    amountMinor,
    currencies: isEvery && of.length === currencies.length ? null : of,
  }))
}

function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
}

/** Words in any order, each the beginning of one, digits anywhere: "Lie, Kari" is "Kari Lie". */
function wordPatterns(key: string): readonly (readonly string[])[] {
  const words = key.split(/[ ,;]+/).filter((word) => word !== '')
  if (words.length < 2 || words.length > MAX_WORDS) return []
  return [words.map((word) => containing(/\d/.test(word) ? word : ` ${word}`))]
}

interface PhonePatterns {
  readonly patterns: readonly (readonly string[])[]
  readonly named: readonly string[]
}

/**
 * A phone number as people write it: grouped anyhow, with and without the calling code or the zero
 * before it. The search text has the digits without leading zeros between `zp` and `zp`.
 */
function readPhone(key: string): PhonePatterns {
  const isPhone = /^\(?\+?\d[\d\s()./-]*$/.test(key)
  const digits = key.replaceAll('(0)', '').replace(/\D/g, '').replace(/^0+/, '')
  if (!isPhone || digits.length < MIN_PHONE_DIGITS) return { patterns: [], named: [] }
  if (!/^\(?(\+|00)/.test(key))
    return { patterns: [[containing(digits)]], named: [`%${digits}zp%`] }
  // Stored without the calling code, whose length its first digits alone don't tell.
  const national = Array.from({ length: MAX_CALLING_CODE }, (_, n) => digits.slice(n + 1))
    .map((rest) => rest.replace(/^0+/, ''))
    .filter((rest) => rest.length >= MIN_PHONE_DIGITS)
  const named = [digits, ...national].map((whole) => `%zp${whole}zp%`)
  return { patterns: [[containing(digits)], ...named.map((one) => [one])], named }
}

/**
 * The last four digits of a card, also behind what stands for the others. The search text has them
 * between `zq` and `qz`: letters around them make the index lead to few payments.
 */
function cardPatterns(key: string): readonly (readonly string[])[] {
  const [, digits] = /^(?:[\dx*•. ]*[x*•. ])?(\d{4})$/.exec(key) ?? []
  return digits === undefined ? [] : [[`%zq${digits}qz%`]]
}
