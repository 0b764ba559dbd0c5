import { LOCALES, type Locale } from '@/lib/domain/access/person-settings'
import { DEFAULT_LOCALE } from '@/lib/format/locale'

/** Other names under which browsers ask for a language that we speak. */
const ALSO = new Map<string, Locale>([
  ['no', 'nb'],
  ['nn', 'nb'],
])

/**
 * The language chosen, else the first one that the browser asks for, of those that the business offers;
 * else ours, or the first that is offered.
 */
export function readerLocale(
  cookie: string | undefined,
  acceptLanguage: string | null,
  offered: readonly Locale[] = LOCALES,
): Locale {
  const wanted = [localeOf(cookie), ...acceptedLocales(acceptLanguage ?? ''), DEFAULT_LOCALE]
  const isOffered = (locale: Locale | undefined) => locale !== undefined && offered.includes(locale)
  return wanted.find(isOffered) ?? offered[0] ?? DEFAULT_LOCALE
}

function localeOf(tag: string | undefined): Locale | undefined {
  const language = tag?.trim().toLowerCase().split('-')[0] ?? ''
  return LOCALES.find((locale) => locale === language) ?? ALSO.get(language)
}

/** RFC 9110 §12.5.4: `nb-NO,nb;q=0.9,en;q=0.8`. */
function acceptedLocales(header: string): readonly (Locale | undefined)[] {
  return header
    .split(',')
    .map((part) => {
      const [tag, weight] = part.split(';q=')
      return { locale: localeOf(tag), weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ locale }) => locale)
}
