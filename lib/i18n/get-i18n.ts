import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { formatsFor } from '@/lib/format/formats'
import type { Wording } from './i18n'

/** Words and figures for the reader, where a page or its metadata is made asynchronously. */
export async function getWording(): Promise<Wording> {
  const [t, locale, timeZone] = await Promise.all([getTranslations(), getLocale(), getTimeZone()])
  return { t, formats: formatsFor(locale, timeZone) }
}
