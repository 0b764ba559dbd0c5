import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LinkPending } from '@/components/ui/link-pending'
import { peoplePageHref, type PeopleQuery } from '@/lib/domain/access/people-query'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly query: PeopleQuery
  /** How many are on this page, and on all of them. */
  readonly shown: number
  readonly total: number
  readonly pageSize: number
}

const LINK = buttonStyle({ size: 'small' })

/** The place of the page in the whole list, and the ways to the pages beside it. */
export function PeoplePager({ query, shown, total, pageSize }: Props) {
  const { t } = useI18n('people')
  const { page } = query
  const first = (page - 1) * pageSize + 1
  const last = first + shown - 1
  return (
    <nav
      aria-label={t('pager.name')}
      className="border-line flex min-h-13 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t px-4 py-2.5"
    >
      <p className="text-ink-soft text-xs">
        {shown === total
          ? t('pager.whole', { count: total })
          : t('pager.part', { first, last, count: total })}
      </p>
      <div className="flex gap-2">
        {page > 1 && (
          <Link prefetch={false} href={peoplePageHref(query, page - 1)} rel="prev" className={LINK}>
            <Icon name="chevron" className="-ml-1 size-3.5 rotate-180" />
            {t('pager.previous')}
            <LinkPending />
          </Link>
        )}
        {last < total && (
          <Link prefetch={false} href={peoplePageHref(query, page + 1)} rel="next" className={LINK}>
            {t('pager.next')}
            <LinkPending />
            <Icon name="chevron" className="-mr-1 size-3.5" />
          </Link>
        )}
      </div>
    </nav>
  )
}
