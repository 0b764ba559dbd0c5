import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { CurrencyDays } from './days'
import { DaysChart } from './days-chart'
import { DaysTable } from './days-table'

interface Props {
  readonly figures: CurrencyDays
  readonly now: Date
}

/** Captured and refunded sums of one currency: in all, as a chart, and as a table. */
export function DaysCard({ figures, now }: Props) {
  const { t, formats } = useI18n('overview')
  const { currency, days, captured, refunded } = figures
  return (
    <Card id={`days-${currency}`} title={t('days.title', { currency, count: days.length })}>
      <dl className="flex flex-wrap gap-x-10 gap-y-3 px-5 text-sm">
        <Total
          name={t('days.captured')}
          where={t('days.above')}
          swatch="bg-good"
          sum={formats.money(captured.amountMinor, currency)}
          note={t('days.payments', { count: captured.count })}
        />
        <Total
          name={t('days.refunded')}
          where={t('days.below')}
          swatch="bg-back"
          sum={formats.money(refunded.amountMinor, currency)}
          note={t('days.refunds', { count: refunded.count })}
        />
      </dl>
      <DaysChart figures={figures} now={now} />
      <details className="group border-line border-t text-sm">
        <summary className="text-accent-ink flex cursor-pointer list-none items-center gap-1.5 px-5 py-3 font-medium hover:underline">
          <Icon name="chevron" className="transition-transform group-open:rotate-90" />
          {t('days.table')}
        </summary>
        <DaysTable figures={figures} now={now} />
      </details>
    </Card>
  )
}

interface TotalProps {
  readonly name: string
  /** The side of the chart's line on which its bars are, so that colour is not the only sign. */
  readonly where: string
  readonly swatch: string
  readonly sum: string
  readonly note: string
}

function Total({ name, where, swatch, sum, note }: TotalProps) {
  return (
    <div>
      <dt className="text-ink-soft flex items-center gap-1.5 text-xs">
        <span aria-hidden="true" className={`${swatch} size-2.5 rounded-[3px]`} />
        {name}
        <span aria-hidden="true" className="text-ink-faint">
          ({where})
        </span>
      </dt>
      <dd className="text-ink text-xl font-semibold tracking-tight">{sum}</dd>
      <dd className="text-ink-faint text-xs">{note}</dd>
    </div>
  )
}
