import type { Totals } from '@/lib/domain/payment/transaction'
import { useI18n } from '@/lib/i18n/use-i18n'
import { moneyBarSegments } from './money-bar-segments'
import { Swatch } from './swatch'

const AT_REST = ['kept', 'refunded', 'held', 'released'] as const

interface Props {
  readonly totals: Totals
  readonly currency: string
}

/** The legend of a money bar without money in motion, in one line. */
export function MoneyLegend({ totals, currency }: Props) {
  const { t, formats } = useI18n('money')
  return (
    <ul aria-hidden="true" className="text-ink-soft flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {moneyBarSegments(totals, null).map(({ kind, amountMinor }) => {
        const part = AT_REST.find((candidate) => candidate === kind)
        return (
          part && (
            <li key={part} className="flex items-center gap-1.5">
              <Swatch of={part} />
              {t(`parts.${part}`, { sum: formats.money(amountMinor, currency) })}
            </li>
          )
        )
      })}
    </ul>
  )
}
