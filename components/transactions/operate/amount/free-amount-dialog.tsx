'use client'

import { useState } from 'react'
import { DialogAfter } from '@/components/transactions/operate/dialog-after'
import {
  OperationDialog,
  type OperationDialogProps,
} from '@/components/transactions/operate/operation-dialog'
import { ReasonFields } from '@/components/transactions/operate/reason-fields'
import {
  NO_REASON,
  reasonProblem,
  REASONS,
  reasonText,
} from '@/components/transactions/operate/reasons'
import { STRONG } from '@/components/transactions/operate/strong'
import type { FreeAmountEntry, FreeAmountKind } from '@/lib/domain/operation/inputs'
import { useI18n } from '@/lib/i18n/use-i18n'
import { readFreeAmount } from './free-amount'
import { FreeAmountField } from './free-amount-field'

interface DialogProps extends Omit<OperationDialogProps<FreeAmountKind>, 'onSubmit'> {
  readonly onSubmit: (entry: FreeAmountEntry) => void
}

interface Props {
  readonly kind: FreeAmountKind
  readonly dialog: DialogProps
}

/** Asks for an amount, why, and says what it does to the customer. */
export function FreeAmountDialog({ kind, dialog }: Props) {
  const { transaction, availability } = dialog
  const { currency, customerName } = transaction
  const i18n = useI18n()
  const { t, formats } = i18n
  const maxMinor = availability.allowed ? availability.maxMinor : 0
  const [text, setText] = useState('')
  const [reason, setReason] = useState(NO_REASON)
  const [showErrors, setShowErrors] = useState(false)
  const reading = readFreeAmount(kind, text, maxMinor, currency, i18n)
  const amountMinor = reading.ok ? reading.amountMinor : null
  const isComplete = amountMinor !== null && reasonProblem(reason) === null
  return (
    <OperationDialog
      kind={kind}
      dialog={dialog}
      title={kind}
      verb={kind}
      sumMinor={amountMinor}
      entry={isComplete ? { amountMinor, reason: reasonText(reason) } : null}
      onIncomplete={() => setShowErrors(true)}
    >
      <FreeAmountField
        kind={kind}
        text={text}
        maxMinor={maxMinor}
        currency={currency}
        reading={reading}
        showErrors={showErrors}
        onChange={setText}
      />
      <ReasonFields
        reasons={REASONS[kind]}
        entry={reason}
        onChange={setReason}
        showErrors={showErrors}
      />
      <DialogAfter kind={kind} transaction={transaction} amountMinor={amountMinor}>
        {amountMinor !== null &&
          t.rich(`dialogs.beside.${kind}`, {
            ...STRONG,
            sum: formats.money(amountMinor, currency),
            named: customerName === null ? 'no' : 'yes',
            customer: customerName ?? '',
          })}
      </DialogAfter>
    </OperationDialog>
  )
}
