import compile from 'icu-minify/compile'
import type { CompiledMessage } from 'icu-minify/format'
import formatMessage from 'use-intl/format-message'
import type { Locale } from '@/lib/domain/access/person-settings'
import { MESSAGES } from '@/messages'
import type { Messages } from '@/messages/en'
import { catalogues } from './catalogues'

/** Texts as they are written, and as a formatter takes them that cannot read their notation. */
type Texts = { readonly [key: string]: string | Texts }
type CompiledTexts = { readonly [key: string]: CompiledMessage | CompiledTexts }

/**
 * The application is built with the short formatter (`next.config.mjs`); scripts and tests have the
 * whole one.
 */
const isCompiled = !formatMessage.raw

/** All texts of a language, as the formatter of this process takes them; made once a process. */
export function catalogueOf(locale: Locale): Messages {
  const known = catalogues().get(locale)
  if (known !== undefined) return known
  const written = MESSAGES[locale]
  const texts = isCompiled ? (compileTexts(written) as unknown as Messages) : written
  catalogues().set(locale, texts)
  return texts
}

/** One text for a catalogue that `catalogueOf` made. */
export function catalogueText(text: string): string {
  return isCompiled ? (compileText(text) as string) : text
}

/** Texts in the form for the short formatter. */
export function compileTexts(texts: Texts): CompiledTexts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? compileText(text) : compileTexts(text),
    ]),
  )
}

/** What a compiled text has inside is plain data: it goes to the browser. */
function compileText(text: string): CompiledMessage {
  return JSON.parse(JSON.stringify(compile(text))) as CompiledMessage
}
