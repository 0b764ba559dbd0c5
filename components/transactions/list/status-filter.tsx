import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { Icon } from '@/components/ui/icon'
import { listHref, type ListQuery } from '@/lib/domain/listing/list-query'
import { VIEW_STATUSES } from '@/lib/domain/listing/list-view'
import type { TransactionStatus } from '@/lib/domain/payment/transaction'

const CHIP =
  'inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-xs font-medium whitespace-nowrap transition-colors'

function toggled(
  statuses: readonly TransactionStatus[],
  status: TransactionStatus,
): readonly TransactionStatus[] {
  return statuses.includes(status)
    ? statuses.filter((other) => other !== status)
    : [...statuses, status]
}

/** Narrows a view to some of its statuses. Chips are links, so each choice has its address. */
export function StatusFilter({ query }: { readonly query: ListQuery }) {
  const t = useTranslations('transactions.filter')
  const statusName = useTranslations('statuses')
  const choices = VIEW_STATUSES[query.view]
  if (choices.length < 2) return null
  return (
    <div
      role="group"
      aria-label={t('name')}
      className="relative -mx-4 flex gap-1.5 overflow-x-auto px-4 py-0.5 lg:flex-wrap"
    >
      {choices.map((status) => {
        const chosen = query.statuses.includes(status)
        return (
          <Link
            key={status}
            prefetch={false}
            href={listHref(query, { statuses: toggled(query.statuses, status) })}
            aria-current={chosen ? 'true' : undefined}
            className={cn(
              CHIP,
              chosen
                ? 'border-accent-line bg-accent-soft text-accent-ink forced-chosen'
                : 'border-line-strong text-ink-soft hover:bg-sunken hover:text-ink border-dashed',
            )}
          >
            {statusName(status)}
            {chosen && <Icon name="cross" className="-mr-0.5 size-3" />}
            {chosen && <span className="sr-only">{t('chosen')}</span>}
          </Link>
        )
      })}
    </div>
  )
}
