import { parseAmount, type AmountProblem } from '@/lib/domain/money'
import { currencyExponent } from '@/lib/domain/currency'
import { formatMoney, formatMoneyParts } from '@/lib/format/money'

export type AmountReading =
  | { readonly ok: true; readonly amountMinor: number }
  | { readonly ok: false; readonly problem: string }

/** Reads a typed amount that must be more than nothing; what is wrong with it is said in words. */
export function readAmount(text: string, currency: string): AmountReading {
  const parsed = parseAmount(text, currency)
  if (!parsed.ok) return { ok: false, problem: WORDS[parsed.problem](text.trim(), currency) }
  if (parsed.amountMinor <= 0) {
    return { ok: false, problem: 'The amount must be more than nothing.' }
  }
  return parsed
}

/** The text as it was understood ("1249" becomes "1 249,00"); unreadable text stays as it is. */
export function tidyAmount(text: string, currency: string): string {
  const reading = readAmount(text, currency)
  return reading.ok ? formatMoneyParts(reading.amountMinor, currency).figures : text
}

const EXAMPLE_MINOR = 124_900

const WORDS: Readonly<Record<AmountProblem, (text: string, currency: string) => string>> = {
  empty: () => 'Type an amount.',
  not_a_number: (text, currency) =>
    `“${text}” can’t be read as an amount. Write it like ${formatMoneyParts(EXAMPLE_MINOR, currency).figures}.`,
  too_many_decimals: (_text, currency) => {
    const digits = currencyExponent(currency)
    return digits === 0
      ? `${currency} has no decimals.`
      : `${currency} has ${digits} decimals: the smallest amount is ${formatMoney(1, currency)}.`
  },
  too_large: () => 'That is more than any payment can be.',
}
