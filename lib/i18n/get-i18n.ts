import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { formatsFor } from '@/lib/format/formats'
import type { I18n } from './i18n'

/** Words and figures for the reader, where a page or its metadata is made asynchronously. */
export async function getI18n(): Promise<I18n> {
  const [t, locale, timeZone] = await Promise.all([getTranslations(), getLocale(), getTimeZone()])
  return { t, formats: formatsFor(locale, timeZone) }
}
