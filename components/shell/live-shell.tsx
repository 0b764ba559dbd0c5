'use client'

import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'
import { afterMount } from '@/components/act/after-mount'
import type { LiveCounts, LiveResponse } from '@/components/live/live-response'

const LivePoll = afterMount(() => import('@/components/live/live-poll'))

/** The count in the navigation may be a few seconds late. */
const EVERY_MS = 5_000

/** The polled values in the bar on top of every page. */
interface LiveValues {
  readonly counts: LiveCounts
  /** True when the session is over: the page is no longer updated. */
  readonly isSignedOut: boolean
}

const LiveContext = createContext<LiveValues | null>(null)

interface Props {
  /** The values that the page was rendered with. */
  readonly counts: LiveCounts
  readonly children: ReactNode
}

/** Keeps the bar on top of every page up to date. */
export function LiveShell({ counts: initial, children }: Props) {
  const [reported, setReported] = useState({ initial, counts: initial })
  const [isSignedOut, setIsSignedOut] = useState(false)
  // The values that the server has just rendered are newer than the last polled ones.
  if (reported.initial !== initial) setReported({ initial, counts: initial })
  const onResponse = useCallback(
    (response: LiveResponse) => {
      if (response.kind === 'failed') return
      setIsSignedOut(response.kind === 'signed_out')
      if (response.kind === 'version' && response.counts !== null) {
        setReported({ initial, counts: response.counts })
      }
    },
    [initial],
  )
  return (
    <LiveContext value={{ counts: reported.counts, isSignedOut }}>
      <LivePoll path="/api/operations/open" everyMs={EVERY_MS} onResponse={onResponse} />
      {children}
    </LiveContext>
  )
}

export function useLiveShell(): LiveValues {
  const live = useContext(LiveContext)
  if (live === null) throw new Error('the bar is rendered outside of its shell')
  return live
}
