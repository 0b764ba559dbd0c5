'use client'

import type { OperationDialogProps } from '@/components/transactions/operate/operation-dialog'
import { FreeAmountDialog } from './free-amount-dialog'

/** Pays to the stored card. */
export default function PayOutDialog(dialog: OperationDialogProps<'pay_out'>) {
  return <FreeAmountDialog kind="pay_out" dialog={dialog} />
}
