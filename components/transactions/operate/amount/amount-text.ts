import { currencyExponent } from '@/lib/domain/money/currency'
import { parseAmount } from '@/lib/domain/money/money'
import type { Formats } from '@/lib/format/formats'
import type { I18n } from '@/lib/i18n/i18n'

export type AmountReading =
  | { readonly ok: true; readonly amountMinor: number }
  | { readonly ok: false; readonly problem: string }

const EXAMPLE_MINOR = 124_900
const QUANTITY_DECIMALS = 6
const PERCENT_DECIMALS = 2

/** Reads a typed amount, which must be above zero; its error is a sentence. */
export function readAmount(text: string, currency: string, i18n: I18n): AmountReading {
  const { t, formats } = i18n
  const parsed = parseAmount(text, currency, formats.decimalMark)
  if (parsed.ok) {
    return parsed.amountMinor > 0 ? parsed : { ok: false, problem: t('amounts.typed.not_positive') }
  }
  const problem = t(`amounts.typed.${parsed.problem}`, {
    text: text.trim(),
    example: formats.moneyParts(EXAMPLE_MINOR, currency).figures,
    decimals: currencyExponent(currency),
    currency,
    smallest: formats.money(1, currency),
  })
  return { ok: false, problem }
}

/** The text as it was understood ("1249" becomes "1,249.00"); unreadable text stays as it is. */
export function tidyAmount(text: string, currency: string, formats: Formats): string {
  const parsed = parseAmount(text, currency, formats.decimalMark)
  return parsed.ok && parsed.amountMinor > 0
    ? formats.moneyParts(parsed.amountMinor, currency).figures
    : text
}

/** A typed quantity ("2", "0,35") in millionths; null when it is none. */
export function parseQuantity(text: string, decimalMark: string): number | null {
  return parseDecimal(text, QUANTITY_DECIMALS, decimalMark)
}

/** A typed percentage ("25", "2,5") in hundredths of a percent; null when it is none. */
export function parsePercent(text: string, decimalMark: string): number | null {
  return parseDecimal(text.replace(/\s*%$/, ''), PERCENT_DECIMALS, decimalMark)
}

/**
 * Without floats; a half-typed "2," is 2. The mark that is not the reader's before exactly three
 * digits could group thousands as well, so it is not read.
 */
function parseDecimal(text: string, decimals: number, decimalMark: string): number | null {
  const match = /^(\d+)(?:([.,])(\d*))?$/.exec(text.replaceAll(/\s/g, ''))
  if (match === null) return null
  const [, whole = '', mark = decimalMark, fraction = ''] = match
  if (fraction.length > decimals) return null
  if (mark !== decimalMark && fraction.length === 3 && !whole.startsWith('0')) return null
  const parts = Number(whole + fraction.padEnd(decimals, '0'))
  return Number.isSafeInteger(parts) ? parts : null
}
