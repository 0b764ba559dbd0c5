'use client'

import { methodOf } from '@/components/transactions/shared/method'
import { heldMinor } from '@/lib/domain/payment/transaction'
import { useI18n } from '@/lib/i18n/use-i18n'
import { OperationDialog, type OperationDialogProps } from './operation-dialog'
import { ReasonFields } from './reason-fields'
import { NO_REASON, reasonProblem, reasonText } from './reason-entry'
import { REASONS } from '@/lib/domain/operation/reasons'
import { STRONG } from './rich-text'
import { useOperationForm } from './use-operation-form'

/** Asks the method to hold the money longer. */
export default function ExtendDialog(dialog: OperationDialogProps<'extend_authorization'>) {
  const { totals } = dialog.transaction
  const form = useOperationForm(() => ({ reason: NO_REASON }))
  const { reason } = form.entry
  const isComplete = reasonProblem(reason) === null
  return (
    <OperationDialog
      dialog={dialog}
      form={form}
      title="extend"
      verb="extend"
      sumMinor={heldMinor(totals)}
      entry={isComplete ? { reason: reasonText(reason) } : null}
    >
      <PresentHold transaction={dialog.transaction} />
      <ReasonFields
        reasons={REASONS.extend_authorization}
        entry={reason}
        onChange={(next) => form.change({ reason: next })}
        showErrors={form.showErrors}
        first
      />
    </OperationDialog>
  )
}

type HoldProps = Pick<OperationDialogProps<'extend_authorization'>, 'transaction'>

function PresentHold({ transaction }: HoldProps) {
  const { totals, currency, captureDeadline, method } = transaction
  const { t, formats } = useI18n()
  const { name } = methodOf(method, t)
  const isUsual = captureDeadline?.source === 'usual_for_method'
  return (
    <p className="text-pretty">
      {captureDeadline === null
        ? t('dialogs.holds.noDate', { method: name })
        : t.rich(isUsual ? 'dialogs.holds.usuallyUntil' : 'dialogs.holds.until', {
            ...STRONG,
            method: name,
            sum: formats.money(heldMinor(totals), currency),
            at: formats.dateTime(captureDeadline.at),
          })}{' '}
      {t('dialogs.holds.longer', { method: name })}
    </p>
  )
}
