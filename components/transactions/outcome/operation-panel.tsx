'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useCallback, useState } from 'react'
import { refreshUnattended } from '@/components/query/unattended'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { isOpen } from '@/lib/domain/operation/outcome'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import type { I18n } from '@/lib/i18n/i18n'
import { useI18n } from '@/lib/i18n/use-i18n'
import { describeOperation } from './describe-operation'
import { OperationCard } from './operation-card'
import type { OperationResponse } from './operation-response'
import { useOperationState } from './operation-state'
import type { CheckAction } from './use-check'
import { useNow } from './use-now'

const OperationPoller = lazy(() => import('./operation-poller'))

interface Props {
  readonly providerName: string
  readonly portalUrl: string | null
  /** The server's time when it rendered the page. */
  readonly renderedAt: Date
  /** The operations that may be requested now. */
  readonly retryable: readonly OperationKind[]
  readonly checkAction: CheckAction
  /** The operation whose refusal was corrected since: its result is no longer news. */
  readonly correctedId: string | null
  /** A capture names no order lines, since the provider shows none before it. */
  readonly linesUnseen: boolean
}

/** The result of the last requested operation; updated until it is settled. */
export function OperationPanel(props: Props) {
  const { providerName, portalUrl, renderedAt, retryable, checkAction, correctedId } = props
  const { linesUnseen } = props
  const router = useRouter()
  const { operation: latest, report } = useOperationState()
  const operation = latest?.id === correctedId ? null : latest
  const i18n = useI18n()
  const now = useNow(renderedAt, operation !== null)
  const [problem, setProblem] = useState<'signed_out' | 'unreachable' | null>(null)

  const onResponse = useCallback(
    (response: OperationResponse) => {
      setProblem(response.kind === 'found' || response.kind === 'absent' ? null : response.kind)
      if (response.kind !== 'found') return
      report(response.operation)
      if (!isOpen(response.operation.state)) refreshUnattended(router)
    },
    [report, router],
  )

  return (
    <>
      <p role="status" className="sr-only">
        {operation !== null && announcement(operation, providerName, renderedAt, i18n)}
      </p>
      {operation !== null && (
        <OperationCard
          key={operation.id}
          operation={operation}
          providerName={providerName}
          portalUrl={portalUrl}
          now={now}
          problem={isOpen(operation.state) ? problem : null}
          canRetry={retryable.includes(operation.kind)}
          linesUnseen={linesUnseen && operation.kind === 'capture'}
          checkAction={checkAction}
        />
      )}
      {operation !== null && isOpen(operation.state) && (
        <Suspense>
          <OperationPoller key={operation.id} operationId={operation.id} onResponse={onResponse} />
        </Suspense>
      )}
    </>
  )
}

/** The card's clock ticks, so it cannot be the live region: this says each state once. */
function announcement(
  operation: OperationView,
  providerName: string,
  renderedAt: Date,
  i18n: I18n,
): string {
  const { title, money } = describeOperation(operation, providerName, renderedAt, i18n)
  return operation.state === 'succeeded' ? title : `${title}. ${money}`
}
