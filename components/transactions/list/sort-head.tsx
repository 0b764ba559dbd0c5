import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Icon } from '@/components/ui/icon'
import { HeadCell } from '@/components/ui/table'
import { sortOf, usualSort } from '@/lib/domain/listing/list-deadlines'
import { listHref, type ListQuery } from '@/lib/domain/listing/list-query'
import type { ListSort } from '@/lib/domain/listing/list-view'

interface Props extends ComponentProps<typeof HeadCell> {
  readonly query: ListQuery
  /** The order that has this column first. */
  readonly sort: ListSort
  readonly name: string
}

const DIRECTION = { newest: 'descending', oldest: 'ascending', deadline: 'ascending' } as const
/** The order that a head leads to once it is in its own. */
const REVERSED: Readonly<Partial<Record<ListSort, ListSort>>> = { newest: 'oldest' }

/**
 * The head of a column that the list can be ordered by. On a phone the heads are for screen readers
 * only, and the order is chosen among the filters.
 */
export function SortHead({ query, sort, name, ...rest }: Props) {
  const t = useTranslations('list.filters')
  const now = sortOf(query)
  const isChosen = now === sort || now === REVERSED[sort]
  const next = now === sort ? (REVERSED[sort] ?? sort) : sort
  return (
    <HeadCell {...rest} aria-sort={isChosen ? DIRECTION[now] : undefined}>
      <span className="lg:hidden">{name}</span>
      <Link
        prefetch={false}
        href={listHref(query, { sort: next === usualSort(query) ? null : next })}
        title={t(`sorts.${next}`)}
        className="hover:text-ink inline-flex items-center gap-1 rounded-sm underline-offset-3 hover:underline max-lg:hidden"
      >
        {name}
        {isChosen && (
          <Icon
            name="chevron"
            className={now === 'newest' ? 'size-3 rotate-90' : 'size-3 -rotate-90'}
          />
        )}
      </Link>
    </HeadCell>
  )
}
