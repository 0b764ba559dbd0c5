import type { OperationKind } from '@/lib/domain/operation'
import {
  deriveStatus,
  heldMinor,
  type Totals,
  type TransactionStatus,
} from '@/lib/domain/transaction'

export interface Prediction {
  readonly totals: Totals
  readonly status: TransactionStatus
  readonly heldMinor: number
}

/** How a payment stands once an operation over this amount has succeeded. */
export function predict(kind: OperationKind, totals: Totals, amountMinor: number): Prediction {
  const after = totalsAfter(kind, totals, amountMinor)
  return { totals: after, status: deriveStatus('open', after), heldMinor: heldMinor(after) }
}

function totalsAfter(kind: OperationKind, totals: Totals, amountMinor: number): Totals {
  switch (kind) {
    case 'capture':
    case 'confirm_receipt':
      return { ...totals, capturedMinor: totals.capturedMinor + amountMinor }
    case 'refund':
      return { ...totals, refundedMinor: totals.refundedMinor + amountMinor }
    case 'void':
      return { ...totals, releasedMinor: totals.releasedMinor + amountMinor }
    case 'update_authorization':
      return { ...totals, authorizedMinor: amountMinor }
    case 'charge_again':
      return {
        ...totals,
        authorizedMinor: totals.authorizedMinor + amountMinor,
        capturedMinor: totals.capturedMinor + amountMinor,
      }
    case 'extend_authorization':
    case 'pay_out':
      return totals
  }
}
