import { useTranslations } from 'next-intl'
import { Pill } from '@/components/ui/pill'
import { Spinner } from '@/components/ui/spinner'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { isOpen, type OperationState } from '@/lib/domain/operation/outcome'

interface Props {
  readonly operation: { readonly kind: OperationKind; readonly state: OperationState }
}

/** Says that something may be moving this payment's money at this moment. */
export function OpenOperationPill({ operation: { kind, state } }: Props) {
  const t = useTranslations('openOperations')
  if (!isOpen(state)) return null
  const doubtful = state === 'unknown' || state === 'needs_review'
  return (
    <Pill tone={doubtful ? 'warn' : 'info'} {...(state === 'needs_review' && { icon: 'warning' })}>
      {state !== 'needs_review' && <Spinner className="-ml-0.5 size-3" />}
      {t(`${kind}.${state}`)}
    </Pill>
  )
}
