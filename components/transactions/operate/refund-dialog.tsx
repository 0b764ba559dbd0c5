'use client'

import { useState } from 'react'
import { formatMoney } from '@/lib/format/money'
import { problemToShow } from './amount-entry'
import { AmountFields } from './amount-fields'
import { DialogAfter } from './dialog-after'
import { OperationDialog, type OperationDialogProps } from './operation-dialog'
import { ReasonFields } from './reason-fields'
import { NO_REASON, reasonProblem, REASONS, reasonText } from './reasons'
import { ReferenceField } from './reference-field'
import { refundArrival } from './refund-arrival'
import { useAmountEntry } from './use-amount-entry'

/** Gives back what was captured: everything left, lines by quantity, or an amount. */
export default function RefundDialog(dialog: OperationDialogProps<'refund'>) {
  const { transaction, availability } = dialog
  const { currency, customerName, method } = transaction
  const { modes, entry, setEntry, reading } = useAmountEntry('refund', transaction, availability)
  const [reason, setReason] = useState(NO_REASON)
  const [label, setLabel] = useState('')
  const [asked, setAsked] = useState(false)
  const amountMinor = reading.ok ? reading.choice.amountMinor : null
  const sum = amountMinor === null ? null : formatMoney(amountMinor, currency)
  const complete = reading.ok && reasonProblem(reason) === null
  return (
    <OperationDialog
      kind="refund"
      dialog={dialog}
      title="Refund"
      verb="Refund"
      doing="Refunding"
      sum={sum}
      entry={
        complete
          ? { choice: reading.choice, reason: reasonText(reason), label: label.trim() || null }
          : null
      }
      onIncomplete={() => setAsked(true)}
      problem={problemToShow(reading, asked)}
      wide
    >
      <AmountFields {...{ modes, entry, reading, currency, asked }} onChange={setEntry} first />
      <ReasonFields reasons={REASONS.refund} entry={reason} onChange={setReason} asked={asked} />
      <DialogAfter kind="refund" transaction={transaction} amountMinor={amountMinor}>
        {customerName ?? 'The customer'} gets {sum} back {refundArrival(method)}.
      </DialogAfter>
      <ReferenceField value={label} onChange={setLabel} example="Return or credit note number" />
    </OperationDialog>
  )
}
