import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Sum } from '@/components/transactions/shared/sum'
import { Icon } from '@/components/ui/icon'
import type { Role } from '@/lib/domain/access/permission'
import { listHref, type ListQuery } from '@/lib/domain/listing/list-query'
import { heldMinor } from '@/lib/domain/payment/transaction'
import { triesAfterDeadline } from '@/lib/domain/rules/after-deadline'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import { CaptureBy } from './capture-by'
import { sectionTotal, type ListSections } from './due-sections'
import { isSettled } from './row-data'
import { SectionName, SectionSum } from './section-heading'

interface Props {
  readonly query: ListQuery
  /** Those that passed last; the list of all of them is a link away. */
  readonly rows: readonly TransactionListRow[]
  readonly sections: ListSections
  readonly role: Role
}

/** What can hardly be saved: below everything else, and closed until it is opened. */
export function PassedSection({ query, rows, sections, role }: Props) {
  const t = useTranslations('expiring.sections')
  return (
    <details className="group/passed border-line border-t">
      <summary className="bg-sunken/60 hover:bg-sunken flex cursor-pointer list-none flex-wrap items-baseline gap-x-2 gap-y-0.5 px-4 py-2 -outline-offset-2 lg:px-5 [&::-webkit-details-marker]:hidden">
        <Icon
          name="chevron"
          className="text-ink-soft size-3.5 self-center transition-transform group-open/passed:rotate-90"
        />
        <SectionName due="passed" bounds={sections.bounds} />
        <SectionSum total={sectionTotal('passed', sections.sums)} />
      </summary>
      <p className="text-ink-soft px-4 py-2.5 text-sm text-pretty lg:px-5">{t('passedNote')}</p>
      <ul>
        {rows.map((row) => (
          <PassedRow key={row.id} row={row} role={role} now={sections.bounds.now} />
        ))}
      </ul>
      <p className="border-line border-t px-4 py-2.5 text-sm lg:px-5">
        <Link
          prefetch={false}
          href={listHref(query, { due: 'passed' })}
          className="text-accent-ink font-medium hover:underline"
        >
          {t('showPassed')}
        </Link>
      </p>
    </details>
  )
}

interface RowProps {
  readonly row: TransactionListRow
  readonly role: Role
  readonly now: Date
}

function PassedRow({ row, role, now }: RowProps) {
  const t = useTranslations()
  const tries = triesAfterDeadline(row, role)
  return (
    <li className="group/row border-line hover:bg-sunken/60 relative grid grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-1 border-t px-4 py-2.5 text-sm lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,2fr)_9rem] lg:px-5">
      <span className="min-w-0">
        <Link
          href={`/transactions/${row.id}`}
          prefetch={false}
          className="text-ink visited:text-ink-faint block truncate font-medium after:absolute after:inset-0"
        >
          <bdi>{row.orderReference ?? t('transactions.row.noReference')}</bdi>
        </Link>
        <span className="text-ink-soft block truncate">
          <bdi>{row.customerName ?? t('transactions.row.noName')}</bdi>
        </span>
      </span>
      <span className="max-lg:order-3">
        <CaptureBy due={isSettled(row) ? null : row.captureDeadline} now={now} />
      </span>
      <span className="text-ink-soft max-lg:order-4 max-lg:col-span-2">
        {tries.length === 0
          ? t('expiring.sections.noTry')
          : t('expiring.sections.tries', {
              what: tries.map((kind) => t(`expiring.sections.try.${kind}`)).join(', '),
            })}
      </span>
      <span className="text-right font-medium max-lg:order-2">
        <Sum amountMinor={heldMinor(row.totals)} currency={row.currency} />
      </span>
    </li>
  )
}
