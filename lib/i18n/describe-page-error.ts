import type { Locale } from '@/lib/format/locale'
import { pageErrors as en } from '@/messages/en/shell'
import { pageErrors as nb } from '@/messages/nb/shell'
import { LOCALE_COOKIE, readerLocale } from './reader-locale'

/** The words for a page that could not be drawn: no server has chosen a language for it. */
export const PAGE_ERROR_TEXTS = { en, nb } as const

/** The reader's language as the browser knows it, by the same rule as on the server. */
export function browserLocale(): Locale {
  const cookie = new RegExp(`(?:^|; )${LOCALE_COOKIE}=([^;]*)`).exec(document.cookie)?.[1]
  return readerLocale(cookie, navigator.languages.join(','))
}
