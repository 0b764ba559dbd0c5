/** What the server searches for, so that nobody types in vain; a test holds both together. */
export const SEARCH_LIMITS = { textLength: 200, paletteFrom: 2 } as const
