'use client'

import { useBusiness } from '@/components/business/shared/business-provider'
import { useI18n } from '@/lib/i18n/use-i18n'
import { maxMinorOf } from './availabilities'
import { DialogAfter } from './dialog-after'
import { OperationDialog, type OperationDialogProps } from './operation-dialog'
import { ReasonFields } from './reason-fields'
import { NO_REASON, reasonProblem, reasonText } from './reason-entry'
import { STRONG } from './rich-text'
import { useOperationForm } from './use-operation-form'

/** Releases what is still held; what is captured stays. */
export default function VoidDialog(dialog: OperationDialogProps<'void'>) {
  const { kind, transaction, availability } = dialog
  const { totals, currency, customerName } = transaction
  const { t, formats } = useI18n()
  const form = useOperationForm(() => ({ reason: NO_REASON }))
  const { reason } = form.entry
  const amountMinor = maxMinorOf(availability)
  const partly = totals.capturedMinor > 0
  const isComplete = reasonProblem(reason) === null
  return (
    <OperationDialog
      dialog={dialog}
      form={form}
      title={partly ? 'voidRest' : 'void'}
      verb="void"
      sumMinor={amountMinor}
      entry={isComplete ? { amountMinor, reason: reasonText(reason) } : null}
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
        reasons={useBusiness().voidReasons}
        entry={reason}
        onChange={(next) => form.change({ reason: next })}
        showErrors={form.showErrors}
        first
      />
      <DialogAfter kind={kind} transaction={transaction} amountMinor={amountMinor} />
    </OperationDialog>
  )
}
