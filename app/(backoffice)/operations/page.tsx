import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LivePage } from '@/components/live/live-page'
import { OpenEmpty } from '@/components/operations/queue/open-empty'
import { countOf, openSummaries } from '@/components/operations/queue/open-summary'
import { OpenTable } from '@/components/operations/queue/open-table'
import { OpenTiles } from '@/components/operations/queue/open-tiles'
import { readOperationsQuery } from '@/components/operations/queue/operations-query'
import { RefreshButton } from '@/components/operations/queue/refresh-button'
import { Banner } from '@/components/ui/banner'
import { database } from '@/db/client'
import { listOpenOperations, sumOpenOperations } from '@/db/queries/operations/list-open-operations'
import { readOpenOperationsNow } from '@/db/queries/operations/read-open-operations-now'
import { requireActor } from '@/lib/access/read-session'
import { isPermitted } from '@/lib/domain/access/permission'
import { getI18n } from '@/lib/i18n/get-i18n'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operations')
  return { title: `${t('title')} · Paydesk` }
}

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function OperationsPage({ searchParams }: Props) {
  const { role, scope } = await requireActor()
  const { t, formats } = await getI18n()
  const { state, ignoredStates } = readOperationsQuery(await searchParams)
  // Before the rows: a page may be newer than its version, never older.
  const { version } = await readOpenOperationsNow(database(), scope)
  const [sums, rows] = await Promise.all([
    sumOpenOperations(database(), scope),
    listOpenOperations(database(), scope, { states: state === null ? [] : [state] }),
  ])
  const now = new Date()
  const summaries = openSummaries(sums)
  const count = countOf(summaries, state)
  return (
    <>
      <LivePage path="/api/operations/open" version={version} />
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pt-6 pb-5">
        <div>
          <h1 className="text-2xl font-semibold tracking-tight">{t('operations.title')}</h1>
          <p className="text-ink-soft mt-0.5 text-sm">{t('operations.description')}</p>
        </div>
        <RefreshButton asOf={formats.clock(now)} />
      </div>
      {ignoredStates.length > 0 && (
        <Banner tone="neutral" icon="info" role="status" className="mb-4">
          {t('operations.ignored', {
            parts: ignoredStates.map((value) => t('operations.ignoredState', { value })).join(', '),
          })}
        </Banner>
      )}
      <OpenTiles summaries={summaries} chosen={state} />
      <section
        aria-label={t('operations.open')}
        className="border-line bg-surface rounded-card shadow-card border"
      >
        {rows.length === 0 ? (
          <OpenEmpty state={state} othersOpen={countOf(summaries, null) > 0} />
        ) : (
          <OpenTable rows={rows} mayDecide={isPermitted(role, 'decide_review')} now={now} />
        )}
        {count > rows.length && rows.length > 0 && (
          <p className="border-line text-ink-soft border-t px-5 py-3 text-sm">
            {t('operations.oldestOnly', { shown: rows.length, count })}
          </p>
        )}
      </section>
    </>
  )
}
