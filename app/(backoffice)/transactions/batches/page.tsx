import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { BatchesTable } from '@/components/transactions/batch/batches-table'
import { batchKindsFor } from '@/components/transactions/select/candidates'
import { BackLink } from '@/components/ui/back-link'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { database } from '@/db/client'
import { listBatches } from '@/db/queries/batch/batch-views'
import { requireActor } from '@/lib/access/read-session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('batches')
  return { title: `${t('title')} · Paydesk` }
}

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function BatchesPage({ searchParams }: Props) {
  const actor = await requireActor()
  const t = await getTranslations('batches')
  const params = await searchParams
  const after = typeof params['after'] === 'string' ? params['after'] : null
  const { batches, next } = await listBatches(database(), actor, after)
  const mayStart = batchKindsFor(actor.role).length > 0
  const newBatch = (
    <Link
      href="/transactions/batches/new"
      prefetch={false}
      className={buttonStyle({ tone: 'primary' })}
    >
      <Icon name="plus" className="-ml-1" />
      {t('newBatch')}
    </Link>
  )
  const pageLink = buttonStyle({ size: 'small' })
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pt-6 pb-5">
        <div className="min-w-0">
          <BackLink href="/transactions" prefetch={false} className="mb-2">
            {t('toList')}
          </BackLink>
          <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
          <p className="text-ink-soft mt-0.5 text-sm text-pretty">{t('description')}</p>
        </div>
        {mayStart && batches.length > 0 && newBatch}
      </div>
      <section
        aria-label={t('title')}
        className="border-line bg-surface rounded-card shadow-card border"
      >
        {batches.length === 0 ? (
          <EmptyState icon="copy" title={t('list.empty')} action={mayStart ? newBatch : undefined}>
            {t('list.emptyMeaning')}
          </EmptyState>
        ) : (
          <BatchesTable batches={batches} now={new Date()} />
        )}
        {(next !== null || after !== null) && (
          <nav
            aria-label={t('title')}
            className="border-line flex justify-end gap-2 border-t px-4 py-2.5"
          >
            {after !== null && (
              <Link prefetch={false} href="/transactions/batches" className={pageLink}>
                {t('list.newest')}
              </Link>
            )}
            {next !== null && (
              <Link
                prefetch={false}
                href={`/transactions/batches?after=${encodeURIComponent(next)}`}
                rel="next"
                className={pageLink}
              >
                {t('list.older')}
              </Link>
            )}
          </nav>
        )}
      </section>
    </>
  )
}
