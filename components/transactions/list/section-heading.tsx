import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Row } from '@/components/ui/table'
import type { DueBounds, DueSection } from '@/lib/domain/listing/due'
import { useFormats } from '@/lib/i18n/use-i18n'
import { sectionTotal, type ListSections, type SectionTotal } from './due-sections'

interface Props {
  readonly due: DueSection
  readonly sections: ListSections
  /** Columns of the table that it heads. */
  readonly columns: number
}

/** The heading of a section in the table: its days, and the whole of it, not of the page. */
export function SectionHeading({ due, sections, columns }: Props) {
  const t = useTranslations('expiring.sections')
  return (
    <Row className="border-line bg-sunken/60 border-t max-lg:block">
      <th
        role="rowheader"
        scope="rowgroup"
        colSpan={columns}
        className="px-4 py-2 text-left font-normal max-lg:block lg:px-5"
      >
        <span className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
          <SectionName due={due} bounds={sections.bounds} />
          {sections.begun === due && <span className="text-ink-faint text-xs">{t('goesOn')}</span>}
          <SectionSum total={sectionTotal(due, sections.sums)} />
        </span>
        {due === 'passed' && (
          <span className="text-ink-soft block text-xs text-pretty">{t('passedNote')}</span>
        )}
      </th>
    </Row>
  )
}

interface NameProps {
  readonly due: DueSection
  readonly bounds: DueBounds
}

/** The name of a section and its days. */
export function SectionName({ due, bounds }: NameProps) {
  const t = useTranslations('expiring')
  const { shortDay } = useFormats()
  const { now, tomorrow, week, later } = bounds
  const lastBefore = (at: Date) => shortDay(new Date(at.getTime() - 1), now)
  const days: Readonly<Record<DueSection, string | null>> = {
    today: lastBefore(tomorrow),
    tomorrow: lastBefore(week),
    week: t('sections.until', { day: lastBefore(later) }),
    later: t('sections.after', { day: lastBefore(later) }),
    passed: null,
  }
  return (
    <>
      <span className="text-ink flex items-center gap-1.5 text-sm font-semibold">
        {due === 'today' && <Icon name="clock" className="text-bad-ink size-3.5" />}
        {t(`due.${due}`)}
      </span>
      {days[due] !== null && <span className="text-ink-faint text-xs">{days[due]}</span>}
    </>
  )
}

/** The number of payments in a section, and what they hold in each currency. */
export function SectionSum({ total }: { readonly total: SectionTotal | null }) {
  const t = useTranslations('list.summary')
  const { money } = useFormats()
  if (total === null) return null
  return (
    <span className="text-ink-soft ml-auto text-sm tabular-nums">
      {t('count', { count: total.count })}
      {' · '}
      <span className="text-ink font-medium">
        {total.sums.map(({ currency, amountMinor }) => money(amountMinor, currency)).join(' + ')}
      </span>{' '}
      {t('held')}
    </span>
  )
}
