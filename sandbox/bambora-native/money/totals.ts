import type { Payment } from '../payment'

/** Sums over a payment's operations, in minor units. */
export interface Totals {
  readonly authorized: number
  readonly captured: number
  readonly refunded: number
  /** True once nothing is held any more. */
  readonly released: boolean
  readonly capturable: number
  readonly refundable: number
  /** Numbers of successful operations. */
  readonly captures: number
  readonly refunds: number
  readonly voids: number
}

/** Adds up the successful operations. */
export function totalsOf(payment: Payment): Totals {
  const done = payment.operations.filter(({ success }) => success)
  const of = (type: string) => done.filter((operation) => operation.type.startsWith(type))
  const sum = (type: string) => of(type).reduce((total, { amount }) => total + (amount ?? 0), 0)
  const authorized = sum('Authorize')
  const captured = sum('Capture')
  const refunded = sum('Refund')
  const released = ['Canceled', 'Voided', 'Authorization Expired'].includes(payment.state)
  return {
    authorized,
    captured,
    refunded,
    released,
    capturable: released ? 0 : authorized - captured,
    refundable: captured - refunded,
    captures: of('Capture').length,
    refunds: of('Refund').length,
    voids: of('Cancel').length,
  }
}
