import { cookies, headers } from 'next/headers'
import { readBusiness } from '@/lib/business/read-business'
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
 * language and the time zone of the business. A language that the business does not offer counts as
 * not chosen.
 */
export async function readerOf({ language, timeZone }: PersonSettings): Promise<Reader> {
  const [jar, head] = [await cookies(), await headers()]
  const remembered = jar.get(SETTING_COOKIES.language)?.value
  const { languages } = await readBusiness()
  const isOffered = language !== null && languages.includes(language)
  const locale = isOffered
    ? language
    : readerLocale(remembered, head.get('accept-language'), languages)
  return { locale, timeZone: timeZone ?? (await businessTimeZone()) }
}

/** Words and figures for who asks for a file, which is made outside of any page. */
export async function i18nOfReader(settings: PersonSettings): Promise<I18n> {
  const { locale, timeZone } = await readerOf(settings)
  return i18nFor(locale, timeZone)
}

/** The time zone for people who have chosen none: what is set, else that of the environment. */
export async function businessTimeZone(): Promise<string> {
  return (await readBusiness()).time_zone ?? serverTimeZone()
}

/** The time zone of the environment, where the business has set none. */
export function serverTimeZone(): string {
  return env().PAYDESK_TIME_ZONE
}
