import { createTranslator, type useTranslations } from 'next-intl'
import { formatsFor, type Formats } from '@/lib/format/formats'
import type { Locale } from '@/lib/domain/access/person-settings'
import type { Messages } from '@/messages/en'
import { catalogueOf } from './catalogue'

/** A part of the message catalogue: one file in `messages/en`. */
export type Namespace = keyof Messages

/** The texts of one part of the catalogue, or of all of it, in the reader's language. */
export type Texts<N extends Namespace = never> = ReturnType<typeof useTranslations<N>>

/** The reader's language for a sentence: its words, and its formats of figures. */
export interface I18n<N extends Namespace = never> {
  readonly t: Texts<N>
  readonly formats: Formats
}

/** A translator for the catalogue, or a part of it, outside of pages: tests, documentation. */
export function i18nFor<N extends Namespace = never>(
  locale: Locale,
  timeZone: string,
  namespace?: N,
): I18n<N> {
  const t = createTranslator({
    locale,
    timeZone,
    ...(namespace !== undefined && { namespace }),
    messages: catalogueOf(locale),
  })
  return { t, formats: formatsFor(locale, timeZone) }
}
