'use client'

import { lazy, Suspense } from 'react'
import type { ReadAgainProps } from './read-again'

const ReadAgain = lazy(() => import('./read-again'))

/** The button that reads a payment again: loaded only by pages that show one. */
export function LateReadAgain(props: ReadAgainProps) {
  return (
    <Suspense>
      <ReadAgain {...props} />
    </Suspense>
  )
}
