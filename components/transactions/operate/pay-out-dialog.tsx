'use client'

import { FreeAmountDialog } from './free-amount-dialog'
import type { OperationDialogProps } from './operation-dialog'

/** Pays to the stored card. */
export default function PayOutDialog(dialog: OperationDialogProps<'pay_out'>) {
  return <FreeAmountDialog kind="pay_out" dialog={dialog} />
}
