import { getRequestConfig } from 'next-intl/server'
import { readSettings } from '@/lib/access/read-session'
import type { Locale } from '@/lib/domain/access/person-settings'
import { MESSAGES } from '@/messages'
import type { Messages } from '@/messages/en'
import { readerOf } from './reader'

/** The language, messages and time zone of a page; called once a request. */
export default getRequestConfig(async () => {
  const { locale, timeZone } = await readerOf(await readSettings())
  return { locale, messages: MESSAGES[locale], timeZone }
})

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
