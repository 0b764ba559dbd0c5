'use client'

import { maxMinorOf } from '@/components/transactions/operate/availabilities'
import { DialogAfter } from '@/components/transactions/operate/dialog-after'
import {
  OperationDialog,
  type OperationDialogProps,
} from '@/components/transactions/operate/operation-dialog'
import { ReasonFields } from '@/components/transactions/operate/reason-fields'
import {
  NO_REASON,
  reasonProblem,
  reasonText,
} from '@/components/transactions/operate/reason-entry'
import { REASONS } from '@/lib/domain/operation/reasons'
import { STRONG } from '@/components/transactions/operate/rich-text'
import { useOperationForm } from '@/components/transactions/operate/use-operation-form'
import type { FreeAmountKind } from '@/lib/domain/operation/inputs'
import type { I18n } from '@/lib/i18n/i18n'
import { useI18n } from '@/lib/i18n/use-i18n'
import { AmountField } from './amount-fields'
import { readAmount, type AmountReading } from './amount-text'

/** The dialog for an amount with its reason, and its effect on the customer. */
export default function FreeAmountDialog(dialog: OperationDialogProps<FreeAmountKind>) {
  const { kind, transaction, availability } = dialog
  const { currency, customerName } = transaction
  const i18n = useI18n()
  const { t, formats } = i18n
  const maxMinor = maxMinorOf(availability)
  const form = useOperationForm(() => ({ amountText: '', reason: NO_REASON }))
  const { amountText, reason } = form.entry
  const reading = readFreeAmount(kind, amountText, maxMinor, currency, i18n)
  const amountMinor = reading.ok ? reading.amountMinor : null
  const isComplete = amountMinor !== null && reasonProblem(reason) === null
  return (
    <OperationDialog
      dialog={dialog}
      form={form}
      title={kind}
      verb={kind}
      sumMinor={amountMinor}
      entry={isComplete ? { amountMinor, reason: reasonText(reason) } : null}
    >
      <AmountField
        kind={kind}
        text={amountText}
        maxMinor={maxMinor}
        currency={currency}
        problem={reading.ok ? null : reading.problem}
        showErrors={form.showErrors}
        onChange={(text) => form.change({ amountText: text })}
        data-first-focus
      />
      <ReasonFields
        reasons={REASONS[kind]}
        entry={reason}
        onChange={(next) => form.change({ reason: next })}
        showErrors={form.showErrors}
      />
      <DialogAfter kind={kind} transaction={transaction} amountMinor={amountMinor}>
        {amountMinor !== null &&
          t.rich(`dialogs.standalone.${kind}`, {
            ...STRONG,
            sum: formats.money(amountMinor, currency),
            named: customerName === null ? 'no' : 'yes',
            customer: customerName ?? '',
          })}
      </DialogAfter>
    </OperationDialog>
  )
}

/** A typed amount within what the operation may move, or what is wrong with it. */
function readFreeAmount(
  kind: FreeAmountKind,
  text: string,
  maxMinor: number,
  currency: string,
  i18n: I18n,
): AmountReading {
  const reading = readAmount(text, currency, i18n)
  if (!reading.ok || reading.amountMinor <= maxMinor) return reading
  const max = i18n.formats.money(maxMinor, currency)
  return { ok: false, problem: i18n.t(`amounts.tooMuch.${kind}`, { max }) }
}
