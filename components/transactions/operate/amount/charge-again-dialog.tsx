'use client'

import type { OperationDialogProps } from '@/components/transactions/operate/operation-dialog'
import { FreeAmountDialog } from './free-amount-dialog'

/** Charges the customer once more. */
export default function ChargeAgainDialog(dialog: OperationDialogProps<'charge_again'>) {
  return <FreeAmountDialog kind="charge_again" dialog={dialog} />
}
