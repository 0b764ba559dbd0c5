'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useCallback, useState } from 'react'
import { isOpen } from '@/lib/domain/operation/outcome'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import type { Wording } from '@/lib/i18n/i18n'
import { useWording } from '@/lib/i18n/use-i18n'
import type { OperationAnswer } from './operation-answer'
import { OperationCard } from './operation-card'
import { useOperationState } from './operation-state'
import { operationText } from './operation-text'
import type { CheckAction } from './use-check'
import { useNow } from './use-now'

const OperationPoller = lazy(() => import('./operation-poller'))

interface Props {
  readonly providerName: string
  readonly portalUrl: string | null
  /** The server's time when it drew the page. */
  readonly drawnAt: Date
  readonly checkAction: CheckAction
}

/** The result of what was asked for last; follows it until it is settled. */
export function OperationPanel({ providerName, portalUrl, drawnAt, checkAction }: Props) {
  const router = useRouter()
  const { operation, report } = useOperationState()
  const wording = useWording()
  const now = useNow(drawnAt, operation !== null)
  const [trouble, setTrouble] = useState<'signed_out' | 'unreachable' | null>(null)

  const onAnswer = useCallback(
    (answer: OperationAnswer) => {
      setTrouble(answer.kind === 'found' || answer.kind === 'absent' ? null : answer.kind)
      if (answer.kind !== 'found') return
      report(answer.operation)
      if (!isOpen(answer.operation.state)) router.refresh()
    },
    [report, router],
  )

  return (
    <>
      <p role="status" className="sr-only">
        {operation !== null && announcement(operation, providerName, drawnAt, wording)}
      </p>
      {operation !== null && (
        <OperationCard
          key={operation.id}
          operation={operation}
          providerName={providerName}
          portalUrl={portalUrl}
          now={now}
          trouble={isOpen(operation.state) ? trouble : null}
          checkAction={checkAction}
        />
      )}
      {operation !== null && isOpen(operation.state) && (
        <Suspense>
          <OperationPoller key={operation.id} operationId={operation.id} onAnswer={onAnswer} />
        </Suspense>
      )}
    </>
  )
}

/** The card's clock ticks, so it cannot be the live region: this says each state once. */
function announcement(
  operation: OperationView,
  providerName: string,
  drawnAt: Date,
  wording: Wording,
): string {
  const { title, money } = operationText(operation, providerName, drawnAt, wording)
  return operation.state === 'succeeded' ? title : `${title}. ${money}`
}
