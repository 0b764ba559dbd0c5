import { LOCALES, type Locale } from '@/lib/domain/access/person-settings'
import { DEFAULT_LOCALE } from '@/lib/format/locale'

/** Other names under which browsers ask for a language that we speak. */
const ALSO = new Map<string, Locale>([
  ['no', 'nb'],
  ['nn', 'nb'],
])

/** The language chosen, else the first one that the browser asks for and we speak. */
export function readerLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  return localeOf(cookie) ?? acceptedLocale(acceptLanguage ?? '') ?? DEFAULT_LOCALE
}

function localeOf(tag: string | undefined): Locale | undefined {
  const language = tag?.trim().toLowerCase().split('-')[0] ?? ''
  return LOCALES.find((locale) => locale === language) ?? ALSO.get(language)
}

/** RFC 9110 §12.5.4: `nb-NO,nb;q=0.9,en;q=0.8`. */
function acceptedLocale(header: string): Locale | undefined {
  return header
    .split(',')
    .map((part) => {
      const [tag, weight] = part.split(';q=')
      return { locale: localeOf(tag), weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .find(({ locale }) => locale !== undefined)?.locale
}
