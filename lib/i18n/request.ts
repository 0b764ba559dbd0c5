import { getRequestConfig } from 'next-intl/server'
import { readSettings } from '@/lib/access/read-session'
import { readBusiness } from '@/lib/business/read-business'
import type { Locale } from '@/lib/domain/access/person-settings'
import type { Messages } from '@/messages/en'
import { catalogueOf } from './catalogue'
import { ownReasonTexts } from './reason-texts'
import { readerOf } from './reader'

/** The language, messages and time zone of a page; called once a request. */
export default getRequestConfig(async () => {
  const { locale, timeZone } = await readerOf(await readSettings())
  const texts = catalogueOf(locale)
  const reasons = { ...texts.reasons, ...ownReasonTexts(await readBusiness()) }
  return { locale, messages: { ...texts, reasons }, timeZone }
})

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
