/** The languages that Paydesk speaks, by their BCP 47 tags. */
export const LOCALES = ['en', 'nb'] as const
export type Locale = (typeof LOCALES)[number]

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/**
 * How Paydesk shows itself to a person, in every browser. Null is what the person has not chosen:
 * then a browser's own memory counts for language and theme, and the time zone of the business.
 */
export interface PersonSettings {
  readonly language: Locale | null
  /** IANA name, such as Europe/Oslo. */
  readonly timeZone: string | null
  readonly theme: Theme | null
}

/** The settings of a reader who is not signed in. */
export const NO_SETTINGS: PersonSettings = { language: null, timeZone: null, theme: null }

/** The cookies in which a browser remembers how it last showed itself, also once signed out. */
export const SETTING_COOKIES = { language: 'paydesk-locale', theme: 'paydesk-theme' } as const

/** The theme of a cookie's value; anything unknown follows the system. */
export function parseTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system'
}
