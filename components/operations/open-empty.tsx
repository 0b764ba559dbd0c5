import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { OpenState } from '@/lib/domain/outcome'
import { STATE_LABELS } from '@/lib/format/labels'
import { operationsHref } from './operations-query'

interface Props {
  readonly state: OpenState | null
  /** Whether something is open in another state. */
  readonly othersOpen: boolean
}

/** Why there is nothing to see, which is good news. */
export function OpenEmpty({ state, othersOpen }: Props) {
  if (state !== null && othersOpen) {
    return (
      <EmptyState
        icon="check"
        title={`Nothing is in the state “${STATE_LABELS[state].text}”`}
        action={
          <Link href={operationsHref(null)} className={buttonStyle()}>
            Show everything open
          </Link>
        }
      >
        Other operations are open; see the figures above.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="check"
      title="Nothing is open: every operation is settled"
      action={
        <Link href="/transactions" className={buttonStyle()}>
          Go to the transactions
        </Link>
      }
    >
      When an answer of a provider is missing or comes later, the operation stands here until it is
      known what happened, with what has been done about it.
    </EmptyState>
  )
}
