import { SETTING_COOKIES, type Locale } from '@/lib/domain/access/person-settings'
import { pageErrors as en } from '@/messages/en/shell'
import { pageErrors as nb } from '@/messages/nb/shell'
import { readerLocale } from './reader-locale'

/** The words for a page that could not be drawn: no server has chosen a language for it. */
export const PAGE_ERROR_TEXTS = { en, nb } as const

/** The reader's language as the browser knows it, by the same rule as on the server. */
export function browserLocale(): Locale {
  const cookie = new RegExp(`(?:^|; )${SETTING_COOKIES.language}=([^;]*)`).exec(
    document.cookie,
  )?.[1]
  return readerLocale(cookie, navigator.languages.join(','))
}
