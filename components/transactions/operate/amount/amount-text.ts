import { currencyExponent } from '@/lib/domain/money/currency'
import { parseAmount } from '@/lib/domain/money/money'
import type { Formats } from '@/lib/format/formats'
import type { I18n } from '@/lib/i18n/i18n'

export type AmountReading =
  | { readonly ok: true; readonly amountMinor: number }
  | { readonly ok: false; readonly problem: string }

const EXAMPLE_MINOR = 124_900

/** Reads a typed amount that must be more than nothing; what is wrong with it is said in words. */
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
