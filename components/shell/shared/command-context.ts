'use client'

import { createContext, useContext, useEffect } from 'react'

/** Something that can be done on the page that is open. */
export interface Command {
  /** Where a shortcut has the same name, it runs this. */
  readonly id: string
  readonly name: string
  /** What it does, or why it can't be done now. */
  readonly note: string
  readonly disabled: boolean
  readonly run: () => void
}

/** What lies over the page and belongs to no page. */
export type Overlay = 'palette' | 'help'

interface CommandCentre {
  /** Adds what can be done here; the answer takes it away again. */
  readonly offer: (commands: readonly Command[]) => () => void
  readonly show: (overlay: Overlay) => void
}

export const CommandContext = createContext<CommandCentre>({
  offer: () => () => undefined,
  show: () => undefined,
})

/** Makes commands reachable by shortcut and from the palette for as long as they are drawn. */
export function useCommands(commands: readonly Command[]): void {
  const { offer } = useContext(CommandContext)
  useEffect(() => offer(commands), [offer, commands])
}

/** Opens the palette or the list of shortcuts. */
export function useShowOverlay(): (overlay: Overlay) => void {
  return useContext(CommandContext).show
}
