'use client'

import { useI18n } from '@/lib/i18n/use-i18n'
import { firstEntry, problemToShow, readEntry } from './amount/amount-entry'
import { AmountFields } from './amount/amount-fields'
import { amountModes } from './amount/amount-modes'
import { maxMinorOf } from './availabilities'
import { DialogAfter } from './dialog-after'
import { OperationDialog, type OperationDialogProps } from './operation-dialog'
import { ReferenceField } from './reference-field'
import { useOperationForm } from './use-operation-form'

/** Captures everything that is left, lines by quantity, or an amount. */
export default function CaptureDialog(dialog: OperationDialogProps<'capture'>) {
  const { kind, transaction, availability } = dialog
  const { currency } = transaction
  const i18n = useI18n()
  const modes = amountModes(kind, transaction, maxMinorOf(availability), i18n.t)
  const form = useOperationForm(() => ({ amount: firstEntry(modes), label: '' }))
  const { amount, label } = form.entry
  const reading = readEntry(amount, modes, currency, i18n)
  const amountMinor = reading.ok ? reading.choice.amountMinor : null
  return (
    <OperationDialog
      dialog={dialog}
      form={form}
      title="capture"
      verb="capture"
      sumMinor={amountMinor}
      entry={reading.ok ? { choice: reading.choice, label: label.trim() || null } : null}
      problem={problemToShow(reading, form.showErrors)}
      wide
      ready
    >
      <AmountFields
        modes={modes}
        entry={amount}
        reading={reading}
        currency={currency}
        showErrors={form.showErrors}
        onChange={(next) => form.change({ amount: next })}
      />
      <DialogAfter kind={kind} transaction={transaction} amountMinor={amountMinor} />
      <ReferenceField
        transaction={transaction}
        kind={kind}
        value={label}
        onChange={(next) => form.change({ label: next })}
      />
    </OperationDialog>
  )
}
