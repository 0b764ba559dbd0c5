import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { Icon } from '@/components/ui/icon'
import { DUE_SECTIONS } from '@/lib/domain/listing/due'
import { listHref, type ListQuery } from '@/lib/domain/listing/list-query'
import { useFormats } from '@/lib/i18n/use-i18n'
import { sectionTotal, type ListSections } from './due-sections'

interface Props {
  readonly query: ListQuery
  readonly sections: ListSections
}

const CHIP =
  'inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-xs font-medium whitespace-nowrap transition-colors'

/** Narrows what expires to one section. Chips are links, so each choice has its address. */
export function DueFilter({ query, sections }: Props) {
  const t = useTranslations('expiring.due')
  const filters = useTranslations('list.filters')
  const chosenNote = useTranslations('transactions.filter')
  const formats = useFormats()
  return (
    <div
      role="group"
      aria-label={filters('due')}
      className="relative -mx-4 flex gap-1.5 overflow-x-auto px-4 py-0.5 lg:flex-wrap"
    >
      {DUE_SECTIONS.map((due) => {
        const chosen = query.due === due
        const count = sectionTotal(due, sections.sums)?.count ?? null
        if (count === 0 && !chosen) return null
        return (
          <Link
            key={due}
            prefetch={false}
            href={listHref(query, { due: chosen ? null : due })}
            aria-current={chosen ? 'true' : undefined}
            className={cn(
              CHIP,
              chosen
                ? 'border-accent-line bg-accent-soft text-accent-ink forced-chosen'
                : 'border-line-strong text-ink-soft hover:bg-sunken hover:text-ink border-dashed',
            )}
          >
            {t(due)}
            {count !== null && (
              <span className="font-normal tabular-nums">{formats.count(count)}</span>
            )}
            {chosen && <Icon name="cross" className="-mr-0.5 size-3" />}
            {chosen && <span className="sr-only">{chosenNote('chosen')}</span>}
          </Link>
        )
      })}
    </div>
  )
}
