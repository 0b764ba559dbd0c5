import type { Locale } from '@/lib/domain/access/person-settings'
import { dateFormats, type DateFormats } from './dates'
import { REGION } from './locale'
import { moneyFormats, type MoneyFormats } from './money'
import { quantityFormats, type QuantityFormats } from './quantity'

/** Formats of one reader for figures and dates; times are those of one time zone. */
export interface Formats extends DateFormats, MoneyFormats, QuantityFormats {
  readonly locale: Locale
  readonly timeZone: string
  /** "Merchant staff or Admin" */
  readonly anyOf: (words: readonly string[]) => string
}

const made = new Map<string, Formats>()

/** The formats of a language in a time zone, made once. */
export function formatsFor(locale: Locale, timeZone: string): Formats {
  const key = `${locale} ${timeZone}`
  let formats = made.get(key)
  if (formats === undefined) {
    const disjunction = new Intl.ListFormat(REGION[locale], { type: 'disjunction' })
    formats = {
      locale,
      timeZone,
      anyOf: (words) => disjunction.format(words),
      ...dateFormats(locale, timeZone),
      ...moneyFormats(locale),
      ...quantityFormats(locale),
    }
    made.set(key, formats)
  }
  return formats
}
