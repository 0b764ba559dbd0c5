'use client'

import { useSyncExternalStore } from 'react'
import { PlainPage } from '@/components/shell/plain-page'
import { Button } from '@/components/ui/button'
import { DEFAULT_LOCALE } from '@/lib/format/locale'
import { browserLocale, PAGE_ERROR_TEXTS } from '@/lib/i18n/describe-page-error'
import './globals.css'

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
          <Button tone="primary" className="mt-6" onClick={reset}>
            {words.tryAgain}
          </Button>
        </PlainPage>
      </body>
    </html>
  )
}

function neverChanges() {
  return () => undefined
}
