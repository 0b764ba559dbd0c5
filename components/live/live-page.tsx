'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useCallback, useTransition } from 'react'
import type { LiveResponse } from './live-response'

const LivePoller = lazy(() => import('./live-poller'))

/** Including the time to read the page, changes by others are on the screen within two seconds. */
const EVERY_MS = 1_000

interface Props {
  /** The route that reports the version. */
  readonly path: string
  /** The version that the page was rendered from. */
  readonly version: string
}

/** Reads the page again whenever its data has changed, by this person or by others. */
export function LivePage({ path, version }: Props) {
  const router = useRouter()
  const [isReading, startTransition] = useTransition()
  const onResponse = useCallback(
    (response: LiveResponse) => {
      if (response.kind !== 'told' || response.version === version || isReading) return
      startTransition(() => router.refresh())
    },
    [version, isReading, router],
  )
  return (
    <Suspense>
      <LivePoller path={path} everyMs={EVERY_MS} onResponse={onResponse} />
    </Suspense>
  )
}
