'use client'

import { useState } from 'react'
import { useI18n } from '@/lib/i18n/use-i18n'
import { problemToShow } from './amount/amount-entry'
import { AmountFields } from './amount/amount-fields'
import { useAmountEntry } from './amount/use-amount-entry'
import { DialogAfter } from './dialog-after'
import { OperationDialog, type OperationDialogProps } from './operation-dialog'
import { ReasonFields } from './reason-fields'
import { NO_REASON, reasonProblem, REASONS, reasonText } from './reasons'
import { ReferenceField } from './reference-field'
import { refundArrival } from './refund-arrival'

/** Gives back what was captured: everything left, lines by quantity, or an amount. */
export default function RefundDialog(dialog: OperationDialogProps<'refund'>) {
  const { transaction, availability } = dialog
  const { currency } = transaction
  const i18n = useI18n()
  const { modes, entry, setEntry, reading } = useAmountEntry('refund', transaction, availability)
  const [reason, setReason] = useState(NO_REASON)
  const [label, setLabel] = useState('')
  const [showErrors, setShowErrors] = useState(false)
  const amountMinor = reading.ok ? reading.choice.amountMinor : null
  const complete = reading.ok && reasonProblem(reason) === null
  return (
    <OperationDialog
      kind="refund"
      dialog={dialog}
      title="refund"
      verb="refund"
      sumMinor={amountMinor}
      entry={
        complete
          ? {
              choice: reading.choice,
              reason: reasonText(reason),
              label: label.trim() || null,
            }
          : null
      }
      onIncomplete={() => setShowErrors(true)}
      problem={problemToShow(reading, showErrors)}
      wide
    >
      <AmountFields
        modes={modes}
        entry={entry}
        reading={reading}
        currency={currency}
        showErrors={showErrors}
        onChange={setEntry}
        first
      />
      <ReasonFields
        reasons={REASONS.refund}
        entry={reason}
        onChange={setReason}
        showErrors={showErrors}
      />
      <DialogAfter kind="refund" transaction={transaction} amountMinor={amountMinor}>
        {amountMinor !== null && refundArrival(transaction, amountMinor, i18n)}
      </DialogAfter>
      <ReferenceField transaction={transaction} kind="refund" value={label} onChange={setLabel} />
    </OperationDialog>
  )
}
