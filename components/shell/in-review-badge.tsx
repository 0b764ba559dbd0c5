'use client'

import { useTranslations } from 'next-intl'
import { useLiveShell } from './live-shell'

/** The number of operations in review; screen readers also get the noun. */
export function InReviewBadge() {
  const t = useTranslations('shell')
  const { inReview: count } = useLiveShell()
  if (count === 0) return null
  return (
    <span
      title={t('inReview', { count })}
      className="border-warn-line bg-warn-soft text-warn-ink inline-grid h-5 min-w-5 place-items-center rounded-full border px-1 text-xs font-semibold"
    >
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t('inReview', { count })}</span>
    </span>
  )
}
