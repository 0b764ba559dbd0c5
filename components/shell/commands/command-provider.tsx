'use client'

import { lazy, Suspense, useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import {
  CommandContext,
  type Command,
  type Overlay,
} from '@/components/shell/shared/command-context'
import { rememberInCookie } from '@/components/act/browser-memory'
import type { ShellPage } from '../pages'
import { CommandNote } from './command-note'
import { SHORTCUTS_COOKIE, type ShortcutId } from './shortcuts'
import { useEarlyShortcut } from './use-early-shortcut'
import { useKeys } from './use-keys'

const CommandPalette = lazy(() => import('../palette/command-palette'))
const ShortcutSheet = lazy(() => import('./shortcut-sheet'))

interface Props {
  readonly shortcutsOn: boolean
  readonly pages: readonly ShellPage[]
  readonly children: ReactNode
}

/** Shortcuts, their sheet and the palette around all pages. */
export function CommandProvider({ shortcutsOn, pages, children }: Props) {
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const [areShortcutsOn, setShortcutsOn] = useState(shortcutsOn)
  /** The reason that a command could not run; shown until the next key. */
  const [refused, setRefused] = useState<Command | null>(null)
  const offers = useRef(new Set<readonly Command[]>())
  const { keep, take } = useEarlyShortcut()

  const run = useCallback(
    (id: string) => {
      const command = [...offers.current].flat().find((offered) => offered.id === id)
      if (command === undefined) keep(id)
      else if (command.disabled) setRefused(command)
      else command.run()
    },
    [keep],
  )
  const offer = useCallback(
    (commands: readonly Command[]) => {
      offers.current.add(commands)
      const id = take(commands)
      if (id !== null) run(id)
      return () => void offers.current.delete(commands)
    },
    [run, take],
  )
  const centre = useMemo(() => ({ offer, show: setOverlay, run }), [offer, run])

  const onShortcut = (id: ShortcutId) => {
    if (id === 'help') setOverlay('help')
    else if (id === 'search') setOverlay('palette')
    else run(id)
  }
  useKeys({ areShortcutsOn, onPalette: () => setOverlay('palette'), onShortcut })

  return (
    <CommandContext value={centre}>
      {children}
      <CommandNote refused={refused} onLeave={() => setRefused(null)} />
      <Suspense>
        {overlay === 'palette' && (
          <CommandPalette
            pages={pages}
            readCommands={() => [...offers.current].flat()}
            onShowHelp={() => setOverlay('help')}
            onClose={() => setOverlay(null)}
          />
        )}
        {overlay === 'help' && (
          <ShortcutSheet
            areShortcutsOn={areShortcutsOn}
            onSwitch={(on) => {
              rememberInCookie(SHORTCUTS_COOKIE, on ? 'on' : 'off')
              setShortcutsOn(on)
            }}
            onClose={() => setOverlay(null)}
          />
        )}
      </Suspense>
    </CommandContext>
  )
}
