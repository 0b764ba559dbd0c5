'use client'

import { useEffect, useEffectEvent } from 'react'
import { focusRow, focusSearch, isDialogOpen, isInList, isTypedInto } from './focus'
import { isPaletteKey, shortcutOf, type ShortcutId } from './shortcuts'

declare global {
  interface Window {
    /** Not there where the page was reached from another one of ours. */
    takeEarlyKeys?: () => KeyboardEvent[]
  }
}

interface Keys {
  /** True when shortcuts of one character are on. */
  readonly areShortcutsOn: boolean
  readonly onPalette: () => void
  /** A shortcut that the page itself does not handle. */
  readonly onShortcut: (id: ShortcutId) => void
}

/**
 * Listens to the keyboard of the whole page. What is typed into a field, what another part has
 * answered, and what is pressed in a dialog stays there.
 */
export function useKeys({ areShortcutsOn, onPalette, onShortcut }: Keys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isDialogOpen()) return
    if (isPaletteKey(event)) {
      event.preventDefault()
      onPalette()
      return
    }
    if (isTypedInto(event.target) || moveByArrow(event) || !areShortcutsOn) return
    const id = shortcutOf(event)
    if (id === null) return
    if (id === 'next' || id === 'previous') focusRow(id === 'next' ? 1 : -1)
    else if (id !== 'search' || !focusSearch()) onShortcut(id)
    // Else the character would land in the field that has the focus now.
    event.preventDefault()
  })

  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    takeEarlyKeys().forEach(onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Arrows move within a list that has the focus; elsewhere they scroll. */
function moveByArrow(event: KeyboardEvent): boolean {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !isInList()) return false
  focusRow(event.key === 'ArrowDown' ? 1 : -1)
  event.preventDefault()
  return true
}

/** The shortcuts pressed so far, once; from now on the page reacts by itself. */
function takeEarlyKeys(): readonly KeyboardEvent[] {
  return window.takeEarlyKeys?.() ?? []
}
