'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useCallback, useState } from 'react'
import type { LiveAnswer } from '@/components/live/live-answer'

const LivePoller = lazy(() => import('@/components/live/live-poller'))

/** A count beside a word may be a few seconds late. */
const EVERY_MS = 5_000

/** How many operations wait for a person; it says what it counts to those who only hear it. */
export function InReviewBadge({ drawn }: { readonly drawn: number }) {
  const t = useTranslations('shell')
  const [told, setTold] = useState({ drawn, count: drawn })
  // What the server has just drawn is newer than what was told before.
  if (told.drawn !== drawn) setTold({ drawn, count: drawn })
  const onAnswer = useCallback(
    ({ inReview }: LiveAnswer) => {
      if (inReview !== null) setTold({ drawn, count: inReview })
    },
    [drawn],
  )
  const { count } = told
  return (
    <>
      <Suspense>
        <LivePoller path="/api/operations/open" everyMs={EVERY_MS} onAnswer={onAnswer} />
      </Suspense>
      {count > 0 && (
        <span
          title={t('inReview', { count })}
          className="border-warn-line bg-warn-soft text-warn-ink inline-grid h-5 min-w-5 place-items-center rounded-full border px-1 text-xs font-semibold"
        >
          <span aria-hidden="true">{count}</span>
          <span className="sr-only">{t('inReview', { count })}</span>
        </span>
      )}
    </>
  )
}
