'use client'

import { createContext, useContext, useEffect } from 'react'

/** Something that can be done on the page that is open. */
export interface Command {
  /** A shortcut of the same name runs this command. */
  readonly id: string
  readonly name: string
  /** The effect, or the reason that it can't be done now. */
  readonly note: string
  readonly disabled: boolean
  readonly run: () => void
}

/** The overlays that belong to no page: the palette and the list of shortcuts. */
export type Overlay = 'palette' | 'help'

interface CommandCentre {
  /** Adds commands of the page; the returned function removes them. */
  readonly offer: (commands: readonly Command[]) => () => void
  readonly show: (overlay: Overlay) => void
  /** Runs a command of the page as its shortcut does; one that can't be run says why. */
  readonly run: (id: string) => void
}

export const CommandContext = createContext<CommandCentre>({
  offer: () => () => undefined,
  show: () => undefined,
  run: () => undefined,
})

/** Makes commands reachable by shortcut and from the palette while they are rendered. */
export function useCommands(commands: readonly Command[]): void {
  const { offer } = useContext(CommandContext)
  useEffect(() => offer(commands), [offer, commands])
}

/** Opens the palette or the list of shortcuts. */
export function useShowOverlay(): (overlay: Overlay) => void {
  return useContext(CommandContext).show
}

/** Runs a command of the page by its id. */
export function useRunCommand(): (id: string) => void {
  return useContext(CommandContext).run
}
