import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { env } from '@/lib/config/env'
import type { Locale } from '@/lib/format/locale'
import { MESSAGES } from '@/messages'
import type { Messages } from '@/messages/en'
import { LOCALE_COOKIE, readerLocale } from './reader-locale'

/** The language, messages and time zone of a page; called once a request. */
export default getRequestConfig(async () => {
  const [jar, head] = [await cookies(), await headers()]
  const locale = readerLocale(jar.get(LOCALE_COOKIE)?.value, head.get('accept-language'))
  return { locale, messages: MESSAGES[locale], timeZone: env().PAYDESK_TIME_ZONE }
})

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
