import { Pill } from '@/components/ui/pill'
import { Spinner } from '@/components/ui/spinner'
import type { OperationKind } from '@/lib/domain/operation'
import { isOpen, type OpenState, type OperationState } from '@/lib/domain/outcome'

const WORDS: Readonly<Record<OperationKind, string>> = {
  capture: 'capture',
  refund: 'refund',
  void: 'void',
  update_authorization: 'change',
  extend_authorization: 'extension',
}

const SENTENCES: Readonly<Record<OpenState, (what: string) => string>> = {
  intended: (what) => `Starting ${what}`,
  sending: (what) => `Sending ${what}`,
  pending: (what) => `${what.charAt(0).toUpperCase()}${what.slice(1)} pending`,
  unknown: (what) => `Checking ${what}`,
  needs_review: (what) => `Review ${what}`,
}

interface Props {
  readonly operation: { readonly kind: OperationKind; readonly state: OperationState }
}

/** Says that something may be moving this payment's money at this moment. */
export function OpenOperationPill({ operation: { kind, state } }: Props) {
  if (!isOpen(state)) return null
  const doubtful = state === 'unknown' || state === 'needs_review'
  return (
    <Pill tone={doubtful ? 'warn' : 'info'} {...(state === 'needs_review' && { icon: 'warning' })}>
      {state !== 'needs_review' && <Spinner className="-ml-0.5 size-3" />}
      {SENTENCES[state](WORDS[kind])}
    </Pill>
  )
}
