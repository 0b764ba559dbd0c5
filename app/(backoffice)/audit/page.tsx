import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DownloadButton } from '@/components/act/download-button'
import { AuditPanel } from '@/components/audit/audit-panel'
import { TrailFilter } from '@/components/audit/trail-filter'
import { TrailTable } from '@/components/audit/trail-table'
import { Locked } from '@/components/shell/locked'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { database } from '@/db/client'
import { listTrailPeople } from '@/db/queries/audit/list-trail-people'
import { requireActor } from '@/lib/access/read-session'
import { readTrail } from '@/lib/audit/read-trail'
import type { TrailPage } from '@/lib/domain/audit/trail'
import {
  readTrailQuery,
  trailHref,
  writeTrailQuery,
  type TrailQuery,
} from '@/lib/domain/audit/trail-query'
import { isPermitted } from '@/lib/domain/access/permission'
import { localDay } from '@/lib/domain/listing/local-day'
import { rolesText } from '@/lib/i18n/describe-not-permitted'
import { getI18n } from '@/lib/i18n/get-i18n'
import { verifyAuditTrail } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: `${t('pageTitle')} · Paydesk` }
}

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AuditPage({ searchParams }: Props) {
  const { role, scope } = await requireActor()
  const { t, formats } = await getI18n()
  const isShown = isPermitted(role, 'verify_audit')
  return (
    <>
      <div className="pt-6 pb-5">
        <h1 className="text-2xl font-semibold tracking-tight">{t('audit.title')}</h1>
        <p className="text-ink-soft mt-0.5 text-sm">{t('audit.description')}</p>
      </div>
      {isShown ? (
        <>
          {scope === 'all' ? (
            <AuditPanel action={verifyAuditTrail} />
          ) : (
            <p className="text-ink-soft mb-5 text-sm">{t('failures.needs_all_connections')}</p>
          )}
          <Trail query={readTrailQuery(await searchParams)} />
        </>
      ) : (
        <Locked title={t('audit.locked')}>
          {t('audit.lockedMeaning', {
            role: t(`roles.${role}`),
            roles: rolesText('verify_audit', (name) => t(`roles.${name}`), formats),
          })}
        </Locked>
      )}
    </>
  )
}

async function Trail({ query }: { readonly query: TrailQuery }) {
  const actor = await requireActor()
  const { t, formats } = await getI18n()
  const now = new Date()
  const [page, people] = await Promise.all([
    readTrail(database(), { ...actor, timeZone: formats.timeZone, now }, query),
    listTrailPeople(database()),
  ])
  const download = `/api/audit/entries?${writeTrailQuery({ ...query, after: null })}`
  return (
    <>
      <TrailFilter query={query} people={people} today={localDay(now, formats.timeZone)} />
      <section
        aria-label={t('trail.caption')}
        className="border-line bg-surface rounded-card shadow-card border"
      >
        {page === null && (
          <EmptyState icon="search" title={t('trail.empty.title')}>
            {t('trail.empty.noPayment')}
          </EmptyState>
        )}
        {page !== null && page.entries.length === 0 && (
          <EmptyState icon="search" title={t('trail.empty.title')}>
            {page.searchedUntil === null
              ? t('trail.empty.nothing')
              : t('trail.empty.nothingYet', { day: formats.day(new Date(page.searchedUntil)) })}
          </EmptyState>
        )}
        {page !== null && page.entries.length > 0 && (
          <TrailTable query={query} entries={page.entries} />
        )}
        {page !== null && <Pager query={query} page={page} />}
      </section>
      {page !== null && page.entries.length > 0 && (
        <div className="mt-4 flex">
          <DownloadButton path={download} size="small">
            {t('trail.download')}
          </DownloadButton>
        </div>
      )}
    </>
  )
}

interface PagerProps {
  readonly query: TrailQuery
  readonly page: TrailPage
}

async function Pager({ query, page }: PagerProps) {
  const { t, formats } = await getI18n()
  const { entries, next, searchedUntil } = page
  const link = buttonStyle({ size: 'small' })
  return (
    <nav
      aria-label={t('trail.pager.name')}
      className="border-line flex min-h-13 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t px-4 py-2.5"
    >
      <p className="text-ink-soft text-xs">
        {t('trail.pager.shown', { count: entries.length })}
        {searchedUntil !== null &&
          ` · ${t('trail.pager.until', { day: formats.day(new Date(searchedUntil)) })}`}
      </p>
      <div className="flex gap-2">
        {query.after !== null && (
          <Link prefetch={false} href={trailHref(query)} className={link}>
            {t('trail.pager.first')}
          </Link>
        )}
        {next !== null && (
          <Link
            prefetch={false}
            href={trailHref(query, { after: next })}
            rel="next"
            className={link}
          >
            {t(searchedUntil === null ? 'trail.pager.next' : 'trail.pager.further')}
          </Link>
        )}
      </div>
    </nav>
  )
}
