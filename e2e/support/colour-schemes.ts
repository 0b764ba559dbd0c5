interface ColourScheme {
  readonly colorScheme: 'light' | 'dark'
  readonly tag: string[]
}

/**
 * The colours that a page is looked at in. The dark ones belong to the command that takes long: what
 * breaks them mostly breaks the light ones too.
 */
export const COLOUR_SCHEMES: readonly ColourScheme[] = [
  { colorScheme: 'light', tag: [] },
  { colorScheme: 'dark', tag: ['@long'] },
]
