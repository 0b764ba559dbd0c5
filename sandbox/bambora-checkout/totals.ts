import type { Action, Payment } from './payment'

/** Sums over a payment's operations, in minor units (fact sheet §6.1). */
export interface Totals {
  readonly authorized: number
  readonly captured: number
  readonly refunded: number
  readonly declined: number
  /** Amount released by a delete, or by a partial capture without further ones. */
  readonly released: number
  /** Amounts that can still be captured and credited; pending operations keep their part. */
  readonly capturable: number
  readonly refundable: number
}

/** The sums of a payment as they are now. */
export function totalsOf(payment: Payment): Totals {
  const sum = (action: Action, status: string): number =>
    payment.operations
      .filter((operation) => operation.action === action && operation.status === status)
      .reduce((total, { amount }) => total + amount, 0)
  const authorized = sum('authorize', 'approved')
  const captured = sum('capture', 'approved')
  const refunded = sum('credit', 'approved')
  const isUsedUp =
    payment.status !== 'approved' ||
    payment.operations.some(({ action, status }) => action === 'delete' && status === 'approved') ||
    (captured > 0 && !payment.capturesSeveral)
  const open = isUsedUp ? 0 : authorized - captured
  return {
    authorized,
    captured,
    refunded,
    declined: sum('authorize', 'declined'),
    released: authorized - captured - open,
    capturable: Math.max(0, open - sum('capture', 'pending')),
    refundable: captured - refunded - sum('credit', 'pending'),
  }
}

/** True when the authorization can be released: before any capture (§7.3). */
export function canDelete(payment: Payment): boolean {
  const { capturable, captured, authorized } = totalsOf(payment)
  return payment.status === 'approved' && captured === 0 && capturable === authorized
}
