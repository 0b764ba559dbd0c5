import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ListEmpty } from '@/components/transactions/list-empty'
import { ListPager } from '@/components/transactions/list-pager'
import {
  listHref,
  queriedStatuses,
  readListQuery,
  type SearchParams,
} from '@/components/transactions/list-query'
import { ListSearch } from '@/components/transactions/list-search'
import { ListViews } from '@/components/transactions/list-views'
import { StatusFilter } from '@/components/transactions/status-filter'
import { TransactionsTable } from '@/components/transactions/transactions-table'
import { Banner } from '@/components/ui/banner'
import { database } from '@/db/client'
import { listTransactions } from '@/db/queries/transactions'
import { requireActor } from '@/lib/access/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('transactions')
  return { title: t('pageTitle') }
}

interface Props {
  readonly searchParams: Promise<SearchParams>
}

export default async function TransactionsPage({ searchParams }: Props) {
  await requireActor()
  const t = await getTranslations('transactions')
  const { query, ignored } = readListQuery(await searchParams)
  const page = await listTransactions(database(), {
    statuses: queriedStatuses(query),
    search: query.search,
    cursor: query.after,
  })
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 pt-6 pb-5">
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <ListSearch search={query.search} />
      </div>
      {ignored.length > 0 && (
        <Banner tone="neutral" icon="info" role="status" className="mb-4">
          {t('ignored.all', {
            parts: ignored.map(({ part, text }) => t(`ignored.${part}`, { text })).join(', '),
          })}
        </Banner>
      )}
      <div className="border-line bg-surface rounded-card shadow-card border">
        <ListViews query={query} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5 empty:hidden">
          {query.search !== null && (
            <p className="text-ink-soft text-sm">
              {t.rich('search.matches', {
                search: query.search,
                term: (text) => <strong className="text-ink font-medium">{text}</strong>,
              })}{' '}
              <Link
                href={listHref(query, { search: null })}
                className="text-accent-ink ml-1 font-medium hover:underline"
              >
                {t('search.clear')}
              </Link>
            </p>
          )}
          <StatusFilter query={query} />
        </div>
        {page.rows.length === 0 ? (
          <ListEmpty query={query} />
        ) : (
          <>
            <TransactionsTable
              rows={page.rows}
              caption={t('table.caption', { view: t(`views.${query.view}`) })}
              now={new Date()}
            />
            <ListPager query={query} count={page.rows.length} next={page.next} />
          </>
        )}
      </div>
    </>
  )
}
