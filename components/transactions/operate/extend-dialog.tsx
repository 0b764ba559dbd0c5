'use client'

import { useState } from 'react'
import { heldMinor } from '@/lib/domain/transaction'
import { formatDateTime } from '@/lib/format/dates'
import { methodLabel } from '@/lib/format/methods'
import { formatMoney } from '@/lib/format/money'
import { OperationDialog, type OperationDialogProps } from './operation-dialog'
import { ReasonFields } from './reason-fields'
import { NO_REASON, reasonProblem, REASONS, reasonText } from './reasons'

/** Asks the method to hold the money longer. */
export default function ExtendDialog(dialog: OperationDialogProps<'extend_authorization'>) {
  const { totals, currency, captureDeadline, method } = dialog.transaction
  const [reason, setReason] = useState(NO_REASON)
  const [asked, setAsked] = useState(false)
  const held = formatMoney(heldMinor(totals), currency)
  const { name } = methodLabel(method)
  return (
    <OperationDialog
      kind="extend_authorization"
      dialog={dialog}
      title="Extend the time"
      verb="Hold"
      doing="Holding"
      sum={`${held} longer`}
      entry={reasonProblem(reason) === null ? { reason: reasonText(reason) } : null}
      onIncomplete={() => setAsked(true)}
    >
      <p className="text-pretty">
        {captureDeadline === null ? (
          <>{name} gave no date until which it holds the money.</>
        ) : (
          <>
            {name} holds {held} until{' '}
            <strong className="font-semibold">{formatDateTime(captureDeadline.at)}</strong>
            {captureDeadline.source === 'usual_for_method' && ' (usual for this method)'}.
          </>
        )}{' '}
        {name} decides whether and until when it holds it longer; the amount stays the same.
      </p>
      <ReasonFields
        reasons={REASONS.extend_authorization}
        entry={reason}
        onChange={setReason}
        asked={asked}
        first
      />
    </OperationDialog>
  )
}
