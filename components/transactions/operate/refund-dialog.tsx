'use client'

import { useBusiness } from '@/components/business/shared/business-provider'
import { methodOf } from '@/components/transactions/shared/method'
import type { I18n } from '@/lib/i18n/i18n'
import { useI18n } from '@/lib/i18n/use-i18n'
import { firstEntry, problemToShow, readEntry } from './amount/amount-entry'
import { AmountFields } from './amount/amount-fields'
import { amountModes } from './amount/amount-modes'
import { maxMinorOf } from './availabilities'
import { DialogAfter } from './dialog-after'
import { OperationDialog, type OperationDialogProps } from './operation-dialog'
import type { OperableTransaction } from './operations'
import { ReasonFields } from './reason-fields'
import { NO_REASON, reasonProblem, reasonText } from './reason-entry'
import { ReferenceField } from './reference-field'
import { useOperationForm } from './use-operation-form'

/** Gives back what was captured: everything left, lines by quantity, or an amount. */
export default function RefundDialog(dialog: OperationDialogProps<'refund'>) {
  const { kind, transaction, availability } = dialog
  const { currency } = transaction
  const i18n = useI18n()
  const modes = amountModes(kind, transaction, maxMinorOf(availability), i18n.t)
  const form = useOperationForm(() => ({
    amount: firstEntry(modes),
    reason: NO_REASON,
    label: '',
  }))
  const { amount, reason, label } = form.entry
  const reading = readEntry(amount, modes, currency, i18n)
  const amountMinor = reading.ok ? reading.choice.amountMinor : null
  const isComplete = reading.ok && reasonProblem(reason) === null
  return (
    <OperationDialog
      dialog={dialog}
      form={form}
      title="refund"
      verb="refund"
      sumMinor={amountMinor}
      entry={
        isComplete
          ? {
              choice: reading.choice,
              reason: reasonText(reason),
              label: label.trim() || null,
            }
          : null
      }
      problem={problemToShow(reading, form.showErrors)}
      wide
    >
      <AmountFields
        modes={modes}
        entry={amount}
        reading={reading}
        currency={currency}
        showErrors={form.showErrors}
        onChange={(next) => form.change({ amount: next })}
        first
      />
      <ReasonFields
        reasons={useBusiness().refundReasons}
        entry={reason}
        onChange={(next) => form.change({ reason: next })}
        showErrors={form.showErrors}
      />
      <DialogAfter kind={kind} transaction={transaction} amountMinor={amountMinor}>
        {amountMinor !== null && refundArrival(transaction, amountMinor, i18n)}
      </DialogAfter>
      <ReferenceField
        transaction={transaction}
        kind={kind}
        value={label}
        onChange={(next) => form.change({ label: next })}
      />
    </OperationDialog>
  )
}

type Payment = Pick<OperableTransaction, 'method' | 'provider' | 'currency' | 'customerName'>

/** "Kari Nordmann gets NOK 100.00 back through Klarna, usually within 1 to 3 business days." */
export function refundArrival(
  { method, provider, currency, customerName }: Payment,
  amountMinor: number,
  { t, formats }: I18n,
): string {
  const { name, kind } = methodOf(method, t, provider)
  return t('dialogs.refunded', {
    named: customerName === null ? 'no' : 'yes',
    customer: customerName ?? '',
    sum: formats.money(amountMinor, currency),
    method: name,
    arrival: kind,
  })
}
