import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { LinkPending } from '@/components/ui/link-pending'
import { listHref, VIEWS, type ListQuery } from './list-query'

/** The views of the list; a search stays while one goes through them. */
export function ListViews({ query }: { readonly query: ListQuery }) {
  const t = useTranslations('transactions.views')
  return (
    <nav aria-label={t('name')} className="border-line overflow-x-auto overflow-y-hidden border-b">
      <ul className="flex gap-1 px-2">
        {VIEWS.map((view) => (
          <li key={view}>
            <Link
              prefetch={false}
              href={listHref(query, { view, statuses: [] })}
              aria-current={view === query.view ? 'page' : undefined}
              className="text-ink-soft hover:text-ink aria-[current]:text-ink after:bg-accent relative grid h-11 items-center rounded-md px-3 text-sm font-medium whitespace-nowrap -outline-offset-4 transition-colors after:absolute after:inset-x-3 after:bottom-0 after:hidden after:h-0.5 after:rounded-full aria-[current]:after:block"
            >
              <span>
                {t(view)}
                <LinkPending />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
