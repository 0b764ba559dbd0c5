'use client'

import { NextIntlClientProvider, type Messages } from 'next-intl'
import { use, useMemo, type ReactNode } from 'react'
import type { Locale } from '@/lib/domain/access/person-settings'
import { catalogues } from '@/lib/i18n/catalogues'
import { loadTexts } from '@/components/query/load-texts'

interface Props {
  readonly locale: Locale
  readonly timeZone: string
  /** The address of the texts in this language. */
  readonly path: string
  /** The names that the business gave to reasons; null for none. */
  readonly reasons: Partial<Messages['reasons']> | null
  readonly children: ReactNode
}

/**
 * The texts for all that runs in the browser. They are no part of the document: a browser reads them
 * once for each language and build, beside the scripts, and what the server rendered stands until then.
 */
export function TextsProvider({ locale, timeZone, path, reasons, children }: Props) {
  const texts = textsOnServer(locale) ?? use(loadTexts(path))
  const messages = useMemo(
    () => (reasons === null ? texts : { ...texts, reasons: { ...texts.reasons, ...reasons } }),
    [texts, reasons],
  )
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={messages}>
      {children}
    </NextIntlClientProvider>
  )
}

/** Null in a browser. */
function textsOnServer(locale: Locale): Messages | null {
  return typeof window === 'undefined' ? (catalogues().get(locale) ?? null) : null
}
