'use client'

import { useCallback, useEffect, useRef } from 'react'
import type { Command } from '@/components/shell/shared/command-context'

/** How long a shortcut waits for the page that it was meant for; it only opens a dialog. */
const EARLY_MS = 1_500
/** The same after a link was followed: the other page is on its way. */
const ON_THE_WAY_MS = 10_000

/** A shortcut for which no command was there yet, until the page that has it arrives. */
export function useEarlyShortcut() {
  const early = useRef({ id: '', untilMs: 0 })
  const followedMs = useRef(Number.NEGATIVE_INFINITY)

  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      const isLink = target instanceof Element && target.closest('a[href]') !== null
      followedMs.current = isLink ? performance.now() : Number.NEGATIVE_INFINITY
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [])

  const keep = useCallback((id: string) => {
    const nowMs = performance.now()
    const isOnTheWay = nowMs - followedMs.current < ON_THE_WAY_MS
    early.current = { id, untilMs: nowMs + (isOnTheWay ? ON_THE_WAY_MS : EARLY_MS) }
  }, [])

  /** The shortcut, once, if it is in time and these commands have it. */
  const take = useCallback((commands: readonly Command[]): string | null => {
    const { id, untilMs } = early.current
    if (performance.now() > untilMs || !commands.some((offered) => offered.id === id)) return null
    early.current = { id: '', untilMs: 0 }
    followedMs.current = Number.NEGATIVE_INFINITY
    return id
  }, [])

  return { keep, take }
}
