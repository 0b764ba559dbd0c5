import type { CheckoutState } from '../state'
import type { Action, Status } from '../payment'
import { totalsOf, type Totals } from '../totals'

/** Totals and operations of one payment. Amounts in minor units. */
export interface PaymentTotals extends Omit<Totals, 'released'> {
  readonly id: string
  readonly accountId: string
  readonly currency: string
  readonly status: Status
  readonly merchantReference: string
  readonly released: boolean
  /** Approved operations. */
  readonly captures: number
  readonly refunds: number
  readonly voids: number
  readonly pending: number
  /** Declined operations. */
  readonly failures: number
  /**
   * Captures, credits and deletes in order. Bambora keeps no reference; this one is from the
   * sandbox's own header.
   */
  readonly operations: readonly {
    /** As reads show it. */
    readonly id: string
    readonly event: Action
    readonly success: boolean
    readonly amount: number
    readonly reference: string | null
    readonly createdBy: string | null
  }[]
}

/** Totals of all payments, or of one merchant's, or only of changed ones. */
export function listTotals(
  state: CheckoutState,
  query: { readonly accountId?: string | undefined; readonly touched: boolean },
): PaymentTotals[] {
  const found: PaymentTotals[] = []
  for (const { payment, touched } of state.entries.values()) {
    if (query.touched && !touched) continue
    if (query.accountId !== undefined && query.accountId !== payment.merchantNumber) continue
    const totals = totalsOf(payment)
    const withStatus = (status: Status): number =>
      payment.operations.filter((operation) => operation.status === status).length
    const approved = (action: Action): number =>
      payment.operations.filter((one) => one.action === action && one.status === 'approved').length
    found.push({
      id: payment.id,
      accountId: payment.merchantNumber,
      currency: payment.currency,
      status: payment.status,
      merchantReference: payment.orderId,
      ...totals,
      released: totals.released > 0,
      captures: approved('capture'),
      refunds: approved('credit'),
      voids: approved('delete'),
      pending: withStatus('pending'),
      failures: withStatus('declined'),
      operations: payment.operations
        .filter(({ action }) => action !== 'authorize')
        .map(({ id, action, status, amount, apiUser, callerReference }) => ({
          id,
          event: action,
          success: status === 'approved',
          amount,
          reference: callerReference ?? null,
          createdBy: apiUser,
        })),
    })
  }
  return found
}
