import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LinkPending } from '@/components/ui/link-pending'
import { listHref, type ListQuery } from './list-query'

interface Props {
  readonly query: ListQuery
  readonly count: number
  readonly next: string | null
}

const LINK = buttonStyle({ size: 'small' })

/** Onwards by position, never by page number: what is new does not move what is being read. */
export function ListPager({ query, count, next }: Props) {
  const t = useTranslations('transactions.pager')
  const whole = query.after === null && next === null
  return (
    <nav
      aria-label={t('name')}
      className="border-line flex min-h-13 items-center justify-between gap-4 border-t px-4 py-2.5"
    >
      <p className="text-ink-faint text-xs">{t(whole ? 'whole' : 'part', { count })}</p>
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
            {t('next')}
            <LinkPending />
            <Icon name="chevron" className="-mr-1 size-3.5" />
          </Link>
        )}
      </div>
    </nav>
  )
}
