import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { formatsFor, type Formats } from '@/lib/format/formats'
import type { Namespace, I18n } from './i18n'

/** The reader's formats of figures and dates. For server and client components alike. */
export function useFormats(): Formats {
  const timeZone = useTimeZone()
  const locale = useLocale()
  if (timeZone === undefined) throw new Error('the page is drawn without a time zone')
  return formatsFor(locale, timeZone)
}

/** Words and figures for the reader from one part of the catalogue, or from all of it. */
export function useI18n<N extends Namespace = never>(namespace?: N): I18n<N> {
  const t = useTranslations(namespace)
  return { t, formats: useFormats() }
}
