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
import type { LiveAnswer } from '@/components/live/live-answer'

const LivePoller = lazy(() => import('@/components/live/live-poller'))

/** A count beside a word may be a few seconds late. */
const EVERY_MS = 5_000

/** What the bar on top of every page knows by asking. */
interface LiveStanding {
  /** Operations that wait for a person. */
  readonly inReview: number
  /** True when the session is over: what the page shows stands still. */
  readonly isSignedOut: boolean
}

const Standing = createContext<LiveStanding | null>(null)

interface Props {
  /** What the page was drawn with. */
  readonly inReview: number
  readonly children: ReactNode
}

/** Keeps what stands on top of every page up to date. */
export function LiveShell({ inReview: drawn, children }: Props) {
  const [told, setTold] = useState({ drawn, inReview: drawn })
  const [isSignedOut, setIsSignedOut] = useState(false)
  // What the server has just drawn is newer than what was told before.
  if (told.drawn !== drawn) setTold({ drawn, inReview: drawn })
  const onAnswer = useCallback(
    (answer: LiveAnswer) => {
      setIsSignedOut(answer.kind === 'signed_out')
      if (answer.kind === 'told' && answer.inReview !== null) {
        setTold({ drawn, inReview: answer.inReview })
      }
    },
    [drawn],
  )
  return (
    <Standing value={{ inReview: told.inReview, isSignedOut }}>
      <Suspense>
        <LivePoller path="/api/operations/open" everyMs={EVERY_MS} onAnswer={onAnswer} />
      </Suspense>
      {children}
    </Standing>
  )
}

export function useLiveShell(): LiveStanding {
  const standing = useContext(Standing)
  if (standing === null) throw new Error('the bar is drawn outside of its shell')
  return standing
}
