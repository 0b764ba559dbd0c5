import type { OperationKind } from '@/lib/domain/operation/operation'
import {
  deriveStatus,
  heldMinor,
  type Totals,
  type TransactionStatus,
} from '@/lib/domain/payment/transaction'
import type { OperableTransaction } from './operations'

export interface Prediction {
  readonly totals: Totals
  readonly status: TransactionStatus
  readonly heldMinor: number
  /** The amount that a capture releases by itself, because no second capture is possible. */
  readonly lapsingMinor: number
}

/** The figures of a payment once an operation over this amount has succeeded. */
export function predict(
  kind: OperationKind,
  { totals, traits }: Pick<OperableTransaction, 'totals' | 'traits'>,
  amountMinor: number,
): Prediction {
  const moved = totalsAfter(kind, totals, amountMinor)
  const isLast = CAPTURES.has(kind) && traits.includes('single_capture')
  const lapsingMinor = isLast ? heldMinor(moved) : 0
  const after = { ...moved, releasedMinor: moved.releasedMinor + lapsingMinor }
  return {
    totals: after,
    lapsingMinor,
    status: deriveStatus('open', after),
    heldMinor: heldMinor(after),
  }
}

/** The operations that take from the held money. */
const CAPTURES: ReadonlySet<OperationKind> = new Set(['capture', 'confirm_receipt'])

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
