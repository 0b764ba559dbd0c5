'use client'

import { FreeAmountDialog } from './free-amount-dialog'
import type { OperationDialogProps } from './operation-dialog'

/** Charges the customer once more. */
export default function ChargeAgainDialog(dialog: OperationDialogProps<'charge_again'>) {
  return <FreeAmountDialog kind="charge_again" dialog={dialog} />
}
