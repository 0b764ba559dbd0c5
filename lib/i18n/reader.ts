import { cookies, headers } from 'next/headers'
import { env } from '@/lib/config/env'
import {
  SETTING_COOKIES,
  type Locale,
  type PersonSettings,
} from '@/lib/domain/access/person-settings'
import { i18nFor, type I18n } from './i18n'
import { readerLocale } from './reader-locale'

interface Reader {
  readonly locale: Locale
  readonly timeZone: string
}

/**
 * The language and the time zone for who asks: what the person has chosen, else the browser's
 * language and the time zone of the business.
 */
export async function readerOf({ language, timeZone }: PersonSettings): Promise<Reader> {
  const [jar, head] = [await cookies(), await headers()]
  const remembered = jar.get(SETTING_COOKIES.language)?.value
  const locale = language ?? readerLocale(remembered, head.get('accept-language'))
  return { locale, timeZone: timeZone ?? businessTimeZone() }
}

/** Words and figures for who asks for a file, which is made outside of any page. */
export async function i18nOfReader(settings: PersonSettings): Promise<I18n> {
  const { locale, timeZone } = await readerOf(settings)
  return i18nFor(locale, timeZone)
}

/** The time zone for people who have chosen none. */
export function businessTimeZone(): string {
  return env().PAYDESK_TIME_ZONE
}
