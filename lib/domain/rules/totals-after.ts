import type { OperationKind } from '@/lib/domain/operation/operation'
import { heldMinor, type Totals } from '@/lib/domain/payment/transaction'
import type { PaymentFlag } from '@/lib/domain/payment/transaction-snapshot'

interface Before {
  readonly totals: Totals
  readonly flags: readonly PaymentFlag[]
}

/**
 * The totals of a payment once an operation over this amount has succeeded, and nothing else. A
 * payment that can be captured once only releases its rest with the capture.
 */
export function totalsAfter(
  kind: OperationKind,
  { totals, flags }: Before,
  amountMinor: number,
): Totals {
  const moved = withAmount(kind, totals, amountMinor)
  const isLast = kind === 'capture' && flags.includes('single_capture')
  const lapsingMinor = isLast ? heldMinor(moved) : 0
  return { ...moved, releasedMinor: moved.releasedMinor + lapsingMinor }
}

function withAmount(kind: OperationKind, totals: Totals, amountMinor: number): Totals {
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
