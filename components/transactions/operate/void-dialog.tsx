'use client'

import { useState } from 'react'
import { formatMoney } from '@/lib/format/money'
import { DialogAfter } from './dialog-after'
import { OperationDialog, type OperationDialogProps } from './operation-dialog'
import { ReasonFields } from './reason-fields'
import { NO_REASON, reasonProblem, REASONS, reasonText } from './reasons'

/** Releases what is still held; what is captured stays. */
export default function VoidDialog(dialog: OperationDialogProps<'void'>) {
  const { transaction, availability } = dialog
  const { totals, currency, customerName } = transaction
  const [reason, setReason] = useState(NO_REASON)
  const [asked, setAsked] = useState(false)
  const amountMinor = availability.allowed ? availability.maxMinor : 0
  const sum = formatMoney(amountMinor, currency)
  const partly = totals.capturedMinor > 0
  return (
    <OperationDialog
      kind="void"
      dialog={dialog}
      title={partly ? 'Void the rest' : 'Void'}
      verb="Void"
      doing="Voiding"
      sum={sum}
      entry={reasonProblem(reason) === null ? { amountMinor, reason: reasonText(reason) } : null}
      onIncomplete={() => setAsked(true)}
    >
      <p className="text-pretty">
        {partly ? (
          <>
            This releases the remaining <strong className="font-semibold">{sum}</strong> to{' '}
            {customerName ?? 'the customer'}; what is captured stays.
          </>
        ) : (
          <>
            This releases <strong className="font-semibold">{sum}</strong> to{' '}
            {customerName ?? 'the customer'}. Nothing of it can be captured afterwards.
          </>
        )}
      </p>
      <ReasonFields
        reasons={REASONS.void}
        entry={reason}
        onChange={setReason}
        asked={asked}
        first
      />
      <DialogAfter kind="void" transaction={transaction} amountMinor={amountMinor} />
    </OperationDialog>
  )
}
