'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useCallback, useTransition } from 'react'
import type { LiveResponse } from './live-response'

const LivePoller = lazy(() => import('./live-poller'))

/** With the reading of the page itself, what others do is on the screen within two seconds. */
const EVERY_MS = 1_000

interface Props {
  /** The route that tells the version. */
  readonly path: string
  /** The version that the page was drawn from. */
  readonly version: string
}

/** Reads the page anew whenever what it shows has changed, whoever did it. */
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
