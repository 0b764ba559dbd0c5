'use client'

import { PlainPage } from '@/components/shell/plain-page'
import { Button } from '@/components/ui/button'
import './globals.css'

interface Props {
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}

/** What is left when even the frame of the pages could not be drawn. */
export default function GlobalError({ error, reset }: Props) {
  return (
    <html lang="en" className="font-sans">
      <body>
        <title>Something went wrong · Paydesk</title>
        <PlainPage title="This page could not be shown">
          <p>
            No payment was changed by this. What was already sent to a provider keeps being followed
            up.
          </p>
          {error.digest && <p className="text-ink-faint mt-2 text-xs">Error {error.digest}</p>}
          <Button tone="primary" className="mt-6" onClick={reset}>
            Try again
          </Button>
        </PlainPage>
      </body>
    </html>
  )
}
