'use client'

import {
  createContext,
  lazy,
  Suspense,
  useCallback,
  useContext,
  useState,
  type ReactNode,
} from 'react'
import type { LiveResponse } from '@/components/live/live-response'

const LivePoller = lazy(() => import('@/components/live/live-poller'))

/** A count beside a word may be a few seconds late. */
const EVERY_MS = 5_000

/** What the bar on top of every page knows by asking. */
interface LiveValues {
  /** Operations that wait for a person. */
  readonly inReview: number
  /** True when the session is over: what the page shows stands still. */
  readonly isSignedOut: boolean
}

const LiveContext = createContext<LiveValues | null>(null)

interface Props {
  /** What the page was drawn with. */
  readonly inReview: number
  readonly children: ReactNode
}

/** Keeps what stands on top of every page up to date. */
export function LiveShell({ inReview: initial, children }: Props) {
  const [reported, setReported] = useState({ initial, inReview: initial })
  const [isSignedOut, setIsSignedOut] = useState(false)
  // What the server has just drawn is newer than what was told before.
  if (reported.initial !== initial) setReported({ initial, inReview: initial })
  const onResponse = useCallback(
    (response: LiveResponse) => {
      setIsSignedOut(response.kind === 'signed_out')
      if (response.kind === 'told' && response.inReview !== null) {
        setReported({ initial, inReview: response.inReview })
      }
    },
    [initial],
  )
  return (
    <LiveContext value={{ inReview: reported.inReview, isSignedOut }}>
      <Suspense>
        <LivePoller path="/api/operations/open" everyMs={EVERY_MS} onResponse={onResponse} />
      </Suspense>
      {children}
    </LiveContext>
  )
}

export function useLiveShell(): LiveValues {
  const live = useContext(LiveContext)
  if (live === null) throw new Error('the bar is drawn outside of its shell')
  return live
}
