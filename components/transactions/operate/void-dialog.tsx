'use client'

import { useState } from 'react'
import { useI18n } from '@/lib/i18n/use-i18n'
import { DialogAfter } from './dialog-after'
import { OperationDialog, type OperationDialogProps } from './operation-dialog'
import { ReasonFields } from './reason-fields'
import { NO_REASON, reasonProblem, REASONS, reasonText } from './reasons'
import { STRONG } from './strong'

/** Releases what is still held; what is captured stays. */
export default function VoidDialog(dialog: OperationDialogProps<'void'>) {
  const { transaction, availability } = dialog
  const { totals, currency, customerName } = transaction
  const { t, formats } = useI18n()
  const [reason, setReason] = useState(NO_REASON)
  const [showErrors, setShowErrors] = useState(false)
  const amountMinor = availability.allowed ? availability.maxMinor : 0
  const partly = totals.capturedMinor > 0
  const isComplete = reasonProblem(reason) === null
  return (
    <OperationDialog
      kind="void"
      dialog={dialog}
      title={partly ? 'voidRest' : 'void'}
      verb="void"
      sumMinor={amountMinor}
      entry={isComplete ? { amountMinor, reason: reasonText(reason) } : null}
      onIncomplete={() => setShowErrors(true)}
    >
      <p className="text-pretty">
        {t.rich(partly ? 'dialogs.restReleased' : 'dialogs.released', {
          ...STRONG,
          sum: formats.money(amountMinor, currency),
          named: customerName === null ? 'no' : 'yes',
          customer: customerName ?? '',
        })}
      </p>
      <ReasonFields
        reasons={REASONS.void}
        entry={reason}
        onChange={setReason}
        showErrors={showErrors}
        first
      />
      <DialogAfter kind="void" transaction={transaction} amountMinor={amountMinor} />
    </OperationDialog>
  )
}
