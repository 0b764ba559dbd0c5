'use client'

import { useEffect, useState } from 'react'
import { recallInTab, rememberInTab } from './browser-memory'

/** A text that a person types, which outlives a reload of this tab; empty is forgotten. */
export function useTabText(key: string) {
  const [text, setText] = useState('')

  // The server renders the field without it.
  useEffect(() => {
    const timer = setTimeout(() => {
      const kept = recallInTab(key)
      if (typeof kept === 'string') setText((now) => (now === '' ? kept : now))
    })
    return () => clearTimeout(timer)
  }, [key])

  const change = (next: string | ((now: string) => string)) => {
    setText((now) => {
      const changed = typeof next === 'string' ? next : next(now)
      rememberInTab(key, changed === '' ? null : changed)
      return changed
    })
  }

  return [text, change] as const
}
