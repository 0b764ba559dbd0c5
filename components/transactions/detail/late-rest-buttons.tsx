'use client'

import { lazy, Suspense } from 'react'
import type { RestButtonsProps } from './rest-buttons'

const RestButtons = lazy(() => import('./rest-buttons'))

/** The answers about the rest of a part capture: loaded only by pages that ask. */
export function LateRestButtons(props: RestButtonsProps) {
  return (
    <Suspense>
      <RestButtons {...props} />
    </Suspense>
  )
}
