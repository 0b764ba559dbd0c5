import type { OperationKind } from '@/lib/domain/operation/operation'
import {
  deriveStatus,
  heldMinor,
  type Totals,
  type TransactionStatus,
} from '@/lib/domain/payment/transaction'
import { totalsAfter } from '@/lib/domain/rules/totals-after'
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
  { totals, flags }: Pick<OperableTransaction, 'totals' | 'flags'>,
  amountMinor: number,
): Prediction {
  const after = totalsAfter(kind, { totals, flags }, amountMinor)
  const lapsingMinor = kind === 'capture' ? after.releasedMinor - totals.releasedMinor : 0
  return {
    totals: after,
    lapsingMinor,
    status: deriveStatus('open', after),
    heldMinor: heldMinor(after),
  }
}
