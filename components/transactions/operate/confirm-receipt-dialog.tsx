'use client'

import { FreeAmountDialog } from './free-amount-dialog'
import type { OperationDialogProps } from './operation-dialog'

/** Books money that has arrived by bank transfer. */
export default function ConfirmReceiptDialog(dialog: OperationDialogProps<'confirm_receipt'>) {
  return <FreeAmountDialog kind="confirm_receipt" dialog={dialog} />
}
