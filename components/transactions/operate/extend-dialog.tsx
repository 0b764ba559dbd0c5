'use client'

import { useState } from 'react'
import { heldMinor } from '@/lib/domain/payment/transaction'
import { useI18n } from '@/lib/i18n/use-i18n'
import { methodOf } from './method-of'
import { OperationDialog, type OperationDialogProps } from './operation-dialog'
import { ReasonFields } from './reason-fields'
import { NO_REASON, reasonProblem, REASONS, reasonText } from './reasons'
import { STRONG } from './strong'

/** Asks the method to hold the money longer. */
export default function ExtendDialog(dialog: OperationDialogProps<'extend_authorization'>) {
  const { totals } = dialog.transaction
  const [reason, setReason] = useState(NO_REASON)
  const [showErrors, setShowErrors] = useState(false)
  const isComplete = reasonProblem(reason) === null
  return (
    <OperationDialog
      kind="extend_authorization"
      dialog={dialog}
      title="extend"
      verb="extend"
      sumMinor={heldMinor(totals)}
      entry={isComplete ? { reason: reasonText(reason) } : null}
      onIncomplete={() => setShowErrors(true)}
    >
      <PresentHold transaction={dialog.transaction} />
      <ReasonFields
        reasons={REASONS.extend_authorization}
        entry={reason}
        onChange={setReason}
        showErrors={showErrors}
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
