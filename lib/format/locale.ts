import type { Locale } from '@/lib/domain/access/person-settings'

export const DEFAULT_LOCALE: Locale = 'en'

/** The region whose conventions each language uses for figures and dates. */
export const REGION: Readonly<Record<Locale, string>> = { en: 'en-GB', nb: 'nb-NO' }

/** Each language by its own name, which its readers can find. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  nb: 'Norsk bokmål',
}
