'use client'

import { lazy, Suspense } from 'react'
import { useOperationState } from '@/components/transactions/outcome/operation-state'
import { isOpen } from '@/lib/domain/operation/outcome'
import { useI18n } from '@/lib/i18n/use-i18n'
import { ActionBar } from './action-bar'
import type { Availabilities } from './availabilities'
import { KindDialog } from './dialogs'
import type { OperableTransaction, OperationActions } from './operations'
import { useOperation } from './use-operation'
import { whatChanged } from './what-changed'

const OperationPoller = lazy(() => import('@/components/transactions/outcome/operation-poller'))

interface Props {
  readonly transaction: OperableTransaction
  readonly available: Availabilities
  readonly providerName: string
  readonly actions: OperationActions
}

/** The buttons of a payment with their dialogs. */
export function OperationControls({ transaction, available, providerName, actions }: Props) {
  const { operation } = useOperationState()
  const i18n = useI18n()
  const run = useOperation(actions, transaction)
  const { intent, open, setOpen, phase, failure, expectedRevision, submit } = run
  const moving = operation !== null && isOpen(operation.state) ? operation.kind : null
  return (
    <>
      <ActionBar
        available={available}
        moving={moving}
        sending={phase === 'ready' ? null : (intent?.kind ?? null)}
        method={transaction.method}
        onPick={run.show}
      />
      {intent !== null && (
        <Suspense>
          <KindDialog
            key={intent.operationId}
            kind={intent.kind}
            open={open}
            onOpenChange={setOpen}
            transaction={transaction}
            availability={available[intent.kind]}
            providerName={providerName}
            phase={phase}
            failure={failure}
            changes={open ? whatChanged(expectedRevision, transaction, i18n) : []}
            submit={submit}
          />
        </Suspense>
      )}
      {intent !== null && (phase === 'slow' || phase === 'no_response') && (
        <Suspense>
          <OperationPoller
            key={phase}
            operationId={intent.operationId}
            onResponse={run.onResponse}
          />
        </Suspense>
      )}
    </>
  )
}
