import type { ReactNode } from 'react'
import type { CaptureDeadline } from '@/lib/domain/payment/transaction-snapshot'

interface Props {
  readonly source: CaptureDeadline['source']
  readonly children: ReactNode
}

/**
 * The day of a deadline. One that we reckon has a sign before it and a dotted line below; the words
 * for it stand beside, wherever it is shown.
 */
export function DeadlineDay({ source, children }: Props) {
  if (source === 'provider') return children
  return (
    <span className="reckoned">
      <span aria-hidden="true">≈ </span>
      {children}
    </span>
  )
}
