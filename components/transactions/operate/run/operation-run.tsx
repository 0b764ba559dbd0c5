'use client'

import { useEffect } from 'react'
import { usePersonId } from '@/components/access/shared/role'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { Availabilities } from '../availabilities'
import { KindDialog } from '../dialogs'
import type { OperableTransaction, DialogActions } from '../operations'
import { prefetchDialogs } from './prefetch-dialogs'
import { KeptEntryContext } from './use-intent'
import { useOperation } from './use-operation'
import { whatChanged } from '../what-changed'

interface Props {
  readonly transaction: OperableTransaction
  readonly available: Availabilities
  readonly providerName: string
  readonly actions: DialogActions
  /** Takes what opens a dialog; the returned function takes it back. */
  readonly onReady: (show: (kind: OperationKind) => void) => () => void
  /** Takes the kind of the operation that this page is sending; null for none. */
  readonly onSending: (kind: OperationKind | null) => void
}

/** The open dialog of a payment, and what becomes of its request. */
export default function OperationRun(props: Props) {
  const { transaction, available, providerName, actions, onReady, onSending } = props
  const i18n = useI18n()
  const run = useOperation(actions, transaction, usePersonId())
  const { intent, isOpen, keptEntry, setOpen } = run.intents
  const { phase, failure, isUnreachable } = run.phases
  const sending = phase === 'ready' ? null : (intent?.kind ?? null)
  useEffect(() => prefetchDialogs(available), [available])
  useEffect(() => onReady(run.show), [onReady, run.show])
  useEffect(() => onSending(sending), [onSending, sending])
  if (intent === null) return null
  return (
    <KeptEntryContext value={keptEntry}>
      <KindDialog
        key={intent.operationId}
        kind={intent.kind}
        operationId={intent.operationId}
        open={isOpen}
        onOpenChange={(open) => setOpen(intent.kind, open)}
        transaction={transaction}
        availability={available[intent.kind]}
        providerName={providerName}
        phase={phase}
        failure={failure}
        isUnreachable={isUnreachable}
        changes={isOpen ? whatChanged(run.expectedRevision, transaction, i18n) : []}
        submit={run.submit}
        stepUp={actions.stepUp}
        onLeaveStepUp={() => run.phases.settleInto('ready', null)}
        onResponse={run.onResponse}
      />
    </KeptEntryContext>
  )
}
