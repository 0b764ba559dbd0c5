import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LinkPending } from '@/components/ui/link-pending'
import { sortOf } from '@/lib/domain/listing/list-deadlines'
import { listHref, type ListQuery } from '@/lib/domain/listing/list-query'
import type { TransactionListPage } from '@/lib/domain/view/transaction-view'
import { useFormats } from '@/lib/i18n/use-i18n'

interface Props {
  readonly query: ListQuery
  readonly page: TransactionListPage
}

const LINK = buttonStyle({ size: 'small' })

/** Pages by cursor, never by page number, so that new payments do not move the rows being read. */
export function ListPager({ query, page }: Props) {
  const t = useTranslations('transactions.pager')
  const list = useTranslations('list')
  const { day } = useFormats()
  const { next, searchedUntil } = page
  const count = page.rows.length
  const sort = sortOf(query)
  const whole = query.after === null && next === null
  return (
    <nav
      aria-label={t('name')}
      className="border-line flex min-h-13 items-center justify-between gap-4 border-t px-4 py-2.5"
    >
      <p className="text-ink-faint text-xs">
        {t(whole ? `${sort}.whole` : `${sort}.part`, { count })}
        {searchedUntil !== null &&
          ` · ${list(`searchedUntil.${searchedUntil.by}`, { day: day(searchedUntil.at) })}`}
      </p>
      <div className="flex gap-2">
        {query.after !== null && (
          <Link prefetch={false} href={listHref(query)} className={LINK}>
            {t('first')}
          </Link>
        )}
        {next !== null && (
          <Link
            prefetch={false}
            href={listHref(query, { after: next })}
            rel="next"
            className={LINK}
          >
            {searchedUntil === null ? t('next') : list(`searchFurther.${searchedUntil.by}`)}
            <LinkPending />
            <Icon name="chevron" className="-mr-1 size-3.5" />
          </Link>
        )}
      </div>
    </nav>
  )
}
