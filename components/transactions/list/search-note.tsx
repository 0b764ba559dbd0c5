import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { listHref, type ListQuery } from '@/lib/domain/listing/list-query'

interface Props {
  readonly query: ListQuery
  readonly search: string
  /** True when only exact matches of the search are listed. */
  readonly onlyNamed: boolean
}

const LINK = 'text-accent-ink ml-1 font-medium hover:underline'

/** The search in use, its exactness, and links that widen or end it. */
export function SearchNote({ query, search, onlyNamed }: Props) {
  const t = useTranslations('transactions.search')
  return (
    <p className="text-ink-soft text-sm">
      {t.rich('matches', {
        search,
        term: (text) => <strong className="text-ink font-medium">{text}</strong>,
      })}{' '}
      <Link href={listHref(query, { search: null })} className={LINK}>
        {t('clear')}
      </Link>
      {onlyNamed && (
        <span className="block">
          {t('onlyNamed')}{' '}
          <Link prefetch={false} href={listHref(query, { anywhere: true })} className={LINK}>
            {t('anywhere')}
          </Link>
        </span>
      )}
    </p>
  )
}
