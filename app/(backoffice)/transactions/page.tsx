import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DueFilter } from '@/components/transactions/list/due-filter'
import { ExportMenu } from '@/components/transactions/list/export-menu'
import { FilterChips } from '@/components/transactions/list/filter-chips'
import { FilterPanel } from '@/components/transactions/list/filter-panel'
import { IgnoredParts } from '@/components/transactions/list/ignored-parts'
import { ListEmpty } from '@/components/transactions/list/list-empty'
import { ListIcons } from '@/components/transactions/list/list-icons'
import { ListSearch } from '@/components/transactions/list/list-search'
import { ListSummary } from '@/components/transactions/list/list-summary'
import { ListUpdatesProvider } from '@/components/transactions/list/list-updates-provider'
import { ListViews } from '@/components/transactions/list/list-views'
import { NewRows } from '@/components/transactions/list/new-rows'
import { PassedSection } from '@/components/transactions/list/passed-section'
import { ReckonedNote } from '@/components/transactions/list/reckoned-note'
import { SavedViews } from '@/components/transactions/list/saved-views'
import { BatchesLink } from '@/components/transactions/list/batches-link'
import { SearchNote } from '@/components/transactions/list/search-note'
import { SelectableRows } from '@/components/transactions/list/selectable-rows'
import { StatusFilter } from '@/components/transactions/list/status-filter'
import { UnreadList } from '@/components/transactions/unread/unread-list'
import { database } from '@/db/client'
import { findExactTransaction } from '@/db/queries/listing/find-exact'
import { requireActor } from '@/lib/access/read-session'
import { sortOf } from '@/lib/domain/listing/list-deadlines'
import {
  isNarrowed,
  listHref,
  readListQuery,
  viewHrefs,
  type SearchParams,
} from '@/lib/domain/listing/list-query'
import { getI18n } from '@/lib/i18n/get-i18n'
import { rehearseBatch } from './batches/actions'
import { readPaymentAgain, removeListView, saveListView } from './actions'
import { listLimits } from './inputs'
import { readList } from './read-list'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('transactions')
  return { title: t('pageTitle') }
}

interface Props {
  readonly searchParams: Promise<SearchParams>
}

export default async function TransactionsPage({ searchParams }: Props) {
  const actor = await requireActor()
  const params = await searchParams
  const { query, ignored } = readListQuery(params)
  // The search box names no view: what it finds exactly is gone to.
  if (query.search !== null && params['view'] === undefined) {
    const id = await findExactTransaction(database(), actor.scope, query.search)
    if (id !== null) redirect(`/transactions/${id}`)
  }
  // What a form leaves empty is no part of an address that people keep or send on.
  if (Object.values(params).includes('')) redirect(listHref(query))
  const { t, formats } = await getI18n()
  const list = await readList(query, actor, formats.timeZone)
  const { page, unread, refusals, tags, counts, choices, views, updates, ownQuery } = list
  const { now, sections, passed } = list
  const isNarrow = isNarrowed(query)
  const view = t(`transactions.views.${query.view}`)
  return (
    <ListUpdatesProvider counts={counts} address={updates}>
      <ListIcons />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 pt-6 pb-5">
        <h1 className="text-2xl font-semibold tracking-tight">{t('transactions.title')}</h1>
        <ListSearch search={query.search} />
      </div>
      <IgnoredParts parts={ignored} />
      <div className="border-line bg-surface rounded-card shadow-card border">
        <ListViews current={query.view} hrefs={viewHrefs(query)} showCounts={!isNarrow} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
          {query.search === null && !isNarrow && <ListSummary view={query.view} />}
          {query.search !== null && (
            <SearchNote query={query} search={query.search} onlyNamed={page.onlyNamed} />
          )}
          <div className="flex flex-wrap gap-2 sm:ml-auto">
            <FilterPanel query={query} choices={choices} />
            <SavedViews
              views={views}
              query={ownQuery}
              role={actor.role}
              nameLength={listLimits.nameLength}
              actions={{ save: saveListView, remove: removeListView }}
            />
            <BatchesLink />
            <ExportMenu query={query} role={actor.role} maxRows={listLimits.exportRows} />
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pb-2.5 empty:hidden">
          {sections !== null && <DueFilter query={query} sections={sections} />}
          <StatusFilter query={query} />
          <FilterChips query={query} choices={choices} />
        </div>
        <NewRows cap={listLimits.countCap} />
        <UnreadList unread={unread} action={readPaymentAgain} />
        {page.rows.length === 0 && page.next === null ? (
          unread.count === 0 && <ListEmpty query={query} />
        ) : (
          <SelectableRows
            query={query}
            page={page}
            viewCount={counts[query.view]}
            rehearse={rehearseBatch}
            sections={sections}
            refusals={refusals}
            tags={tags}
            caption={t(`transactions.table.captions.${sortOf(query)}`, { view })}
            now={now}
            role={actor.role}
          />
        )}
        {sections !== null && passed.length > 0 && (
          <PassedSection query={query} rows={passed} sections={sections} role={actor.role} />
        )}
        <ReckonedNote rows={[...page.rows, ...passed]} />
      </div>
    </ListUpdatesProvider>
  )
}
