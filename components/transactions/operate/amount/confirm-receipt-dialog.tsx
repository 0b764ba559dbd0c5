'use client'

import type { OperationDialogProps } from '@/components/transactions/operate/operation-dialog'
import { FreeAmountDialog } from './free-amount-dialog'

/** Books money that has arrived by bank transfer. */
export default function ConfirmReceiptDialog(dialog: OperationDialogProps<'confirm_receipt'>) {
  return <FreeAmountDialog kind="confirm_receipt" dialog={dialog} />
}
