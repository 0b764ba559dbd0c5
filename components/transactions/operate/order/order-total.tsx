import { STRONG } from '@/components/transactions/operate/rich-text'
import { useI18n } from '@/lib/i18n/use-i18n'
import { vatOf, type ReadOrder } from './order-entry'

interface Props {
  readonly order: ReadOrder
  readonly currency: string
}

/** The total of the changed order, where the VAT of all its lines is known. */
export function OrderTotal({ order: { entry, items }, currency }: Props) {
  const { t, formats } = useI18n()
  const vatMinor = vatOf(items)
  if (vatMinor === null) return null
  return (
    <p aria-live="polite" className="text-ink-soft text-xs">
      {t.rich('orderChange.newTotal', {
        ...STRONG,
        net: formats.money(entry.amountMinor - vatMinor, currency),
        vat: formats.money(vatMinor, currency),
        total: formats.money(entry.amountMinor, currency),
      })}
    </p>
  )
}
