import { currencyExponent } from '@/lib/domain/money/currency'
import { positiveAmount } from '@/lib/domain/money/money'

/** The decimals in which the bounds of a filter are kept: as many as any currency has. */
export const BOUND_DECIMALS = 4
const BOUND_CURRENCIES = ['NOK', 'CLF']

/**
 * A bound of amounts in ten-thousandths of a unit, as people type it; null when it is none. It is
 * read in the currency of the list if it has one, else with two decimals, then with more.
 */
export function readBound(text: string, currency: string | null): number | null {
  for (const one of currency === null ? BOUND_CURRENCIES : [currency, ...BOUND_CURRENCIES]) {
    for (const mark of ['.', ',']) {
      const amountMinor = positiveAmount(text, one, mark)
      const bound = (amountMinor ?? 0) * 10 ** (BOUND_DECIMALS - currencyExponent(one))
      if (amountMinor !== null && Number.isSafeInteger(bound)) return bound
    }
  }
  return null
}

/** A bound with two decimals or four, which reads back the same in every currency. */
export function writeBound(bound: number): string {
  const digits = String(bound).padStart(BOUND_DECIMALS + 1, '0')
  const fraction = digits.slice(-BOUND_DECIMALS).replace(/00$/, '')
  return `${digits.slice(0, -BOUND_DECIMALS)}.${fraction}`
}
