'use client'

import { useEffect, useRef, useState } from 'react'

const SECOND_MS = 1000

/**
 * The time, second by second while `ticking`, beginning with when the server rendered the page, so
 * that both agree. The browser's own clock only measures how long ago that was: it may be wrong.
 */
export function useNow(renderedAt: Date, ticking: boolean): Date {
  const renderedAtMs = renderedAt.getTime()
  const [nowMs, setNowMs] = useState(renderedAtMs)
  const startMs = useRef(0)

  useEffect(() => {
    startMs.current = performance.now()
  }, [renderedAtMs])

  useEffect(() => {
    if (!ticking) return
    const tick = () => setNowMs(renderedAtMs + performance.now() - startMs.current)
    const first = setTimeout(tick)
    const timer = setInterval(tick, SECOND_MS)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [renderedAtMs, ticking])

  return new Date(Math.max(nowMs, renderedAtMs))
}
