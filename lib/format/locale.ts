/** The languages that Paydesk speaks, by their BCP 47 tags. */
export const LOCALES = ['en', 'nb'] as const
export type Locale = (typeof LOCALES)[number]

export const DEFAULT_LOCALE: Locale = 'en'

/** The region whose conventions each language uses for figures and dates. */
export const REGION: Readonly<Record<Locale, string>> = { en: 'en-GB', nb: 'nb-NO' }
