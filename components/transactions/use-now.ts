'use client'

import { useEffect, useState } from 'react'

const SECOND_MS = 1000

/**
 * The time, second by second, beginning with what the server drew, so that both agree. The
 * browser's own clock only measures how long ago that was: it may be wrong.
 */
export function useNow(drawnAt: Date): Date {
  const drawnAtMs = drawnAt.getTime()
  const [nowMs, setNowMs] = useState(drawnAtMs)

  useEffect(() => {
    const startMs = performance.now()
    const tick = () => setNowMs(drawnAtMs + performance.now() - startMs)
    const timer = setInterval(tick, SECOND_MS)
    return () => clearInterval(timer)
  }, [drawnAtMs])

  return new Date(Math.max(nowMs, drawnAtMs))
}
