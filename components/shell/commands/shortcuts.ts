/**
 * All shortcuts of one character, by what they do. It is the character that counts, wherever a
 * keyboard has it.
 */
export const SHORTCUTS = {
  search: '/',
  help: '?',
  next: 'j',
  previous: 'k',
  capture: 'c',
  refund: 'r',
  void: 'v',
  update_authorization: 'a',
} as const

export type ShortcutId = keyof typeof SHORTCUTS

const IDS = Object.keys(SHORTCUTS) as ShortcutId[]

/** The properties of a key event that decide which shortcut it is. */
type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing'
>

/** The shortcut that was pressed, if any. Only moving in a list repeats while its key is held. */
export function shortcutOf(press: KeyPress): ShortcutId | null {
  const { key, ctrlKey, metaKey, altKey, repeat, isComposing } = press
  if (ctrlKey || metaKey || altKey || isComposing) return null
  const id = IDS.find((known) => SHORTCUTS[known] === key) ?? null
  return repeat && id !== 'next' && id !== 'previous' ? null : id
}

/** Ctrl-K, on a Mac Cmd-K. It is not one character, so it is never switched off. */
export function isPaletteKey({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
  return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey
}

/** The cookie in which a browser remembers that it wants no shortcuts of one character. */
export const SHORTCUTS_COOKIE = 'paydesk-shortcuts'

/** On, unless they were switched off (WCAG 2.1.4). */
export function areShortcutsOn(cookie: string | undefined): boolean {
  return cookie !== 'off'
}
