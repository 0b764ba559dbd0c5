import type { CurrencySum } from '@/lib/domain/money/currency-sum'
import { useFormats } from '@/lib/i18n/use-i18n'

/** Sums of several currencies, one below the other. */
export function Sums({ sums }: { readonly sums: readonly CurrencySum[] }) {
  const formats = useFormats()
  return sums.map(({ currency, amountMinor }) => (
    <span key={currency} className="block">
      {formats.money(amountMinor, currency)}
    </span>
  ))
}
