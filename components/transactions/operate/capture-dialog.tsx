'use client'

import { useState } from 'react'
import { problemToShow } from './amount/amount-entry'
import { AmountFields } from './amount/amount-fields'
import { useAmountEntry } from './amount/use-amount-entry'
import { DialogAfter } from './dialog-after'
import { OperationDialog, type OperationDialogProps } from './operation-dialog'
import { ReferenceField } from './reference-field'

/** Captures everything that is left, lines by quantity, or an amount. */
export default function CaptureDialog(dialog: OperationDialogProps<'capture'>) {
  const { transaction, availability } = dialog
  const { currency } = transaction
  const { modes, entry, setEntry, reading } = useAmountEntry('capture', transaction, availability)
  const [label, setLabel] = useState('')
  const [showErrors, setShowErrors] = useState(false)
  const amountMinor = reading.ok ? reading.choice.amountMinor : null
  return (
    <OperationDialog
      kind="capture"
      dialog={dialog}
      title="capture"
      verb="capture"
      sumMinor={amountMinor}
      entry={reading.ok ? { choice: reading.choice, label: label.trim() || null } : null}
      onIncomplete={() => setShowErrors(true)}
      problem={problemToShow(reading, showErrors)}
      wide
      ready
    >
      <AmountFields
        modes={modes}
        entry={entry}
        reading={reading}
        currency={currency}
        showErrors={showErrors}
        onChange={setEntry}
      />
      <DialogAfter kind="capture" transaction={transaction} amountMinor={amountMinor} />
      <ReferenceField transaction={transaction} kind="capture" value={label} onChange={setLabel} />
    </OperationDialog>
  )
}
