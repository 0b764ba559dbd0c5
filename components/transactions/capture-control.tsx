'use client'

import { lazy, Suspense } from 'react'
import { Button } from '@/components/ui/button'
import type { Capability } from '@/lib/domain/capability'
import { isOpen } from '@/lib/domain/outcome'
import { CaptureDialog, type CapturedTransaction } from './capture-dialog'
import { useOperationState } from './operation-state'
import { useCapture, type CaptureAction } from './use-capture'

const OperationPoller = lazy(() => import('./operation-poller'))

const REASON_ID = 'capture-reason'

interface Props {
  readonly transaction: CapturedTransaction
  readonly capability: Capability
  readonly providerName: string
  readonly action: CaptureAction
}

/** The capture button with its dialog. Where nothing can be captured, it says why. */
export function CaptureControl({ transaction, capability, providerName, action }: Props) {
  const { operation } = useOperationState()
  const { open, onOpenChange, operationId, phase, failure, submit, onAnswer } = useCapture(action)
  const moving = operation !== null && isOpen(operation.state)
  const reason = capability.allowed ? null : capability.reason
  const { id, currency } = transaction
  return (
    <div className="grid max-w-xs shrink-0 justify-items-end gap-1.5 max-sm:w-full max-sm:max-w-none max-sm:justify-items-stretch">
      <Button
        tone="primary"
        size="large"
        className="min-w-36"
        aria-disabled={reason !== null || moving || undefined}
        aria-describedby={reason === null ? undefined : REASON_ID}
        onClick={() => {
          if (reason === null && !moving) onOpenChange(true)
        }}
      >
        {moving && operation.kind === 'capture' ? 'Capture in progress' : 'Capture'}
      </Button>
      {reason !== null && (
        <p id={REASON_ID} className="text-ink-soft text-xs text-pretty sm:text-right">
          {reason}
        </p>
      )}
      <CaptureDialog
        open={open}
        onOpenChange={onOpenChange}
        transaction={transaction}
        capability={capability}
        providerName={providerName}
        phase={phase}
        failure={failure}
        onSubmit={(amountMinor) => void submit({ transactionId: id, amountMinor, currency })}
      />
      {operationId !== null && (phase === 'slow' || phase === 'lost') && (
        <Suspense>
          <OperationPoller key={phase} operationId={operationId} onAnswer={onAnswer} />
        </Suspense>
      )}
    </div>
  )
}
