import { currencyExponent } from '@/lib/domain/currency'
import { LOCALE } from './locale'

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  let format = formatters.get(key)
  if (format === undefined) {
    const digits = currencyExponent(currency)
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    formatters.set(key, format)
  }
  return format
}

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
  /** "1 240,00" */
  readonly figures: string
  /** "kr" */
  readonly currency: string
}

/** The figures and the currency apart, so that a column of mixed currencies lines up. */
export function formatMoneyParts(amountMinor: number, currency: string): MoneyParts {
  const parts = formatter(currency, LOCALE.money).formatToParts(decimalText(amountMinor, currency))
  const text = (isCurrency: boolean) =>
    parts
      .filter((part) => (part.type === 'currency') === isCurrency)
      .map((part) => part.value)
      .join('')
      .replaceAll('\u202f', '\u00a0')
      .trim()
  return { figures: text(false), currency: text(true) }
}

/** "1 240,00 kr". The value never passes through a float. */
export function formatMoney(
  amountMinor: number,
  currency: string,
  locale: string = LOCALE.money,
): string {
  const text = formatter(currency, locale).format(decimalText(amountMinor, currency))
  // Runtimes differ in which unbreakable space groups thousands; a page must read the same in all.
  return text.replaceAll('\u202f', '\u00a0')
}
