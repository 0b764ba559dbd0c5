import { currencyExponent, NO_CURRENCY } from '@/lib/domain/money/currency'
import type { Locale } from '@/lib/domain/access/person-settings'
import { REGION } from './locale'

/** The exact decimal text of minor units: 124050 NOK is "1240.50". */
export function decimalText(amountMinor: number, currency: string): Intl.StringNumericLiteral {
  const digits = currencyExponent(currency)
  const units = BigInt(amountMinor)
  const sign = units < 0n ? '-' : ''
  const figures = String(units < 0n ? -units : units).padStart(digits + 1, '0')
  const whole = figures.slice(0, figures.length - digits)
  const fraction = digits === 0 ? '' : `.${figures.slice(-digits)}`
  return `${sign}${whole}${fraction}` as Intl.StringNumericLiteral
}

export interface MoneyParts {
  /** "1 240,00", "1,240.00" */
  readonly figures: string
  /** "kr", "NOK" */
  readonly currency: string
}

/** In place of an amount of which the provider names none. */
const NO_AMOUNT = '–'

export interface MoneyFormats {
  /** "1 240,00 kr", "NOK 1,240.00". The value never passes through a float. */
  readonly money: (amountMinor: number, currency: string) => string
  /**
   * The figures and the currency as separate texts, so that a column of mixed currencies lines up.
   */
  readonly moneyParts: (amountMinor: number, currency: string) => MoneyParts
  /** "12 480", "12,480": a count, grouped as amounts are. */
  readonly count: (count: number) => string
}

/**
 * Runtimes differ in which unbreakable space groups thousands; a page must read the same in all.
 */
function oneSpace(text: string): string {
  return text.replaceAll('\u202f', '\u00a0')
}

/** Formats of a language for amounts of money. */
export function moneyFormats(locale: Locale): MoneyFormats {
  const byCurrency = new Map<string, Intl.NumberFormat>()
  const counts = new Intl.NumberFormat(REGION[locale])

  function formatter(currency: string): Intl.NumberFormat {
    let format = byCurrency.get(currency)
    if (format === undefined) {
      const digits = currencyExponent(currency)
      format = new Intl.NumberFormat(REGION[locale], {
        style: 'currency',
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      })
      byCurrency.set(currency, format)
    }
    return format
  }

  return {
    money: (amountMinor, currency) =>
      currency === NO_CURRENCY
        ? NO_AMOUNT
        : oneSpace(formatter(currency).format(decimalText(amountMinor, currency))),
    moneyParts(amountMinor, currency) {
      if (currency === NO_CURRENCY) return { figures: NO_AMOUNT, currency: '' }
      const parts = formatter(currency).formatToParts(decimalText(amountMinor, currency))
      const text = (isCurrency: boolean) =>
        oneSpace(
          parts
            .filter((part) => (part.type === 'currency') === isCurrency)
            .map((part) => part.value)
            .join(''),
        ).trim()
      return { figures: text(false), currency: text(true) }
    },
    count: (count) => oneSpace(counts.format(count)),
  }
}
