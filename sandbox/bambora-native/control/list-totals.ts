import type { NativeState } from '../state'
import { totalsOf, type Totals } from '../money/totals'
import type { State } from '../payment'

/** Totals and operations of one payment, including the portal. Amounts in minor units. */
export interface PaymentTotals extends Totals {
  /** The reference that addresses the payment. */
  readonly id: string
  readonly accountId: string
  readonly currency: string
  readonly status: State
  readonly merchantReference: string
  readonly pending: number
  readonly failures: number
  /** Captures, cancels and refunds in order, including failed ones, with the caller's comment. */
  readonly operations: readonly {
    /** As reads show it. */
    readonly id: string
    /** The event names that all providers of this sandbox share. */
    readonly event: string
    readonly success: boolean
    readonly amount: number | null
    readonly reference: string | null
    readonly createdBy: 'portal' | 'api'
  }[]
}

/** Totals of all payments, or of one merchant's, or only of changed ones. */
export function listTotals(
  state: NativeState,
  query: { readonly accountId?: string | undefined; readonly touched: boolean },
): PaymentTotals[] {
  return state.entries
    .filter(({ touched }) => touched || !query.touched)
    .map(({ payment }) => payment)
    .filter(({ merchantId }) => query.accountId === undefined || merchantId === query.accountId)
    .map((payment) => ({
      id: payment.reference,
      accountId: payment.merchantId,
      currency: payment.currency,
      status: payment.state,
      merchantReference: payment.reference,
      ...totalsOf(payment),
      pending: 0,
      failures: payment.operations.filter(({ success }) => !success).length,
      operations: payment.operations
        .filter(({ type }) => !type.startsWith('Authorize'))
        .map(({ id, type, success, amount, comment, inPortal }) => ({
          id,
          event: type === 'Cancel' ? 'VOID' : type.toUpperCase(),
          success,
          amount,
          reference: comment,
          createdBy: inPortal ? 'portal' : 'api',
        })),
    }))
}
