import { quantityText } from '@/lib/domain/money/quantity'
import type { Locale } from '@/lib/domain/access/person-settings'
import { REGION } from './locale'

export interface QuantityFormats {
  /** "3", "0,35": millionths of a piece; "–" when it is not known. */
  readonly quantity: (quantityMicros: number | null) => string
  /** "25 %", "2,5 %" for hundredths of a percent. */
  readonly vat: (basisPoints: number) => string
  /** The sign between whole and fraction. */
  readonly decimalMark: string
}

/** Formats of a language for quantities and percentages. */
export function quantityFormats(locale: Locale): QuantityFormats {
  const decimalMark = decimalMarkOf(locale)
  const gap = locale === 'en' ? '' : '\u00a0'
  return {
    decimalMark,
    quantity: (quantityMicros) =>
      quantityMicros === null ? '–' : quantityText(quantityMicros).replace('.', decimalMark),
    vat(basisPoints) {
      const whole = Math.trunc(basisPoints / 100)
      const rest = String(basisPoints % 100)
        .padStart(2, '0')
        .replace(/0+$/, '')
      return `${String(whole)}${rest === '' ? '' : `${decimalMark}${rest}`}${gap}%`
    },
  }
}

function decimalMarkOf(locale: Locale): string {
  const parts = new Intl.NumberFormat(REGION[locale]).formatToParts(0.5)
  return parts.find((part) => part.type === 'decimal')?.value ?? '.'
}
