import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { MarkAllRead } from '@/components/notices/mark-read'
import { NoticeList } from '@/components/notices/notice-list'
import { EmptyState } from '@/components/ui/empty-state'
import { database } from '@/db/client'
import { listNotices } from '@/db/queries/notice/read-notices'
import { requireActor } from '@/lib/access/read-session'
import { localDay } from '@/lib/domain/listing/local-day'
import { getI18n } from '@/lib/i18n/get-i18n'
import { businessTimeZone } from '@/lib/i18n/reader'
import { readNotices } from './actions'
import { noticePageLimits } from './inputs'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices')
  return { title: `${t('title')} · Paydesk` }
}

export default async function NoticesPage() {
  const actor = await requireActor()
  const { t } = await getI18n()
  const lines = await listNotices(database(), actor)
  const { lines: most, keptDays: days } = noticePageLimits
  return (
    <div className="max-w-3xl">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pt-6 pb-5">
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold tracking-tight">{t('notices.title')}</h1>
          <p className="text-ink-soft mt-0.5 text-sm text-pretty">
            {t('notices.description', { days })}{' '}
            <Link href="/account#notices" prefetch={false} className="text-accent-ink underline">
              {t('notices.choose')}
            </Link>
          </p>
        </div>
        <MarkAllRead hasUnread={lines.some(({ isRead }) => !isRead)} action={readNotices} />
      </div>
      <section
        aria-label={t('notices.caption')}
        className="border-line bg-surface rounded-card shadow-card border"
      >
        {lines.length === 0 ? (
          <EmptyState icon="check" title={t('notices.empty')}>
            {t('notices.emptyMeaning')}
          </EmptyState>
        ) : (
          <NoticeList
            lines={lines}
            today={localDay(new Date(), await businessTimeZone())}
            action={readNotices}
          />
        )}
      </section>
      {lines.length === most && (
        <p className="text-ink-soft pt-3 text-sm">{t('notices.newestOnly', { shown: most })}</p>
      )}
    </div>
  )
}
