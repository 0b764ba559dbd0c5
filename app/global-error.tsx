'use client'

import { useSyncExternalStore } from 'react'
import { PlainPage } from '@/components/shell/plain-page'
import { DEFAULT_LOCALE } from '@/lib/format/locale'
import { browserLocale, PAGE_ERROR_TEXTS } from '@/lib/i18n/describe-page-error'
import './globals.css'

/** A primary button. Every page loads the scripts of this one, which share nothing with its own. */
const BUTTON =
  'bg-accent text-on-accent shadow-control hover:bg-accent-strong rounded-control mt-6 inline-flex h-10 cursor-pointer items-center justify-center px-4 text-sm font-medium transition-colors'

interface Props {
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}

/** The page shown when even the frame of the pages could not be rendered. */
export default function GlobalError({ error, reset }: Props) {
  const locale = useSyncExternalStore(neverChanges, browserLocale, () => DEFAULT_LOCALE)
  const words = PAGE_ERROR_TEXTS[locale]
  return (
    <html lang={locale} className="font-sans">
      <body>
        <title>{`${words.broken.pageTitle} · Paydesk`}</title>
        <PlainPage title={words.broken.title}>
          <p>{words.broken.meaning}</p>
          {error.digest && (
            <p className="text-ink-faint mt-2 text-xs">
              {words.error.replace('{digest}', error.digest)}
            </p>
          )}
          <button type="button" className={BUTTON} onClick={reset}>
            {words.tryAgain}
          </button>
        </PlainPage>
      </body>
    </html>
  )
}

function neverChanges() {
  return () => undefined
}
