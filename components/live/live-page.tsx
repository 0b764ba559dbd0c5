'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useState, useTransition } from 'react'
import { afterMount } from '@/components/act/after-mount'
import { refreshUnattended } from '@/components/query/unattended'
import { Banner } from '@/components/ui/banner'
import type { LiveResponse } from './live-response'

const LivePoll = afterMount(() => import('./live-poll'))

/** Including the time to read the page, changes by others are on the screen within two seconds. */
const EVERY_MS = 1_000
/** One that fails is nothing: the next follows in a second. */
const FAILURES_SHOWN = 5

interface Props {
  /** The route that reports the version. */
  readonly path: string
  /** The version that the page was rendered from. */
  readonly version: string
}

/**
 * Reads the page again whenever its data has changed, by this person or by others; says so while
 * that does not work.
 */
export function LivePage({ path, version }: Props) {
  const t = useTranslations('shell')
  const router = useRouter()
  const [failures, setFailures] = useState(0)
  const [isReading, startTransition] = useTransition()
  const onResponse = useCallback(
    (response: LiveResponse) => {
      setFailures((count) => (response.kind === 'failed' ? count + 1 : 0))
      if (response.kind !== 'version' || response.version === version || isReading) return
      startTransition(() => refreshUnattended(router))
    },
    [version, isReading, router],
  )
  return (
    <>
      <LivePoll path={path} everyMs={EVERY_MS} onResponse={onResponse} />
      <div role="status" className="empty:hidden">
        {failures >= FAILURES_SHOWN && (
          <Banner tone="warn" icon="warning" className="mt-4">
            {t('notUpdated')}
          </Banner>
        )}
      </div>
    </>
  )
}
