import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PEOPLE_PATH, peoplePageHref, type PeopleQuery } from '@/lib/domain/access/people-query'

/** The reason that no one is listed, and a way back. */
export function PeopleEmpty({ query }: { readonly query: PeopleQuery }) {
  const t = useTranslations('people.empty')
  const { search, page } = query
  const why = page > 1 ? 'afterEnd' : search === null ? 'noOne' : 'noMatch'
  return (
    <EmptyState
      icon="search"
      title={t(`${why}.title`, { search: search ?? '' })}
      action={
        <Link
          href={page > 1 ? peoplePageHref(query, 1) : PEOPLE_PATH}
          prefetch={false}
          className={buttonStyle()}
        >
          {t(`${why}.action`)}
        </Link>
      }
    >
      {t(`${why}.text`)}
    </EmptyState>
  )
}
