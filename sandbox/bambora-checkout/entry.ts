import type { Payment } from './payment'

/** A payment with the ledger's own data about it. */
export interface Entry {
  readonly id: string
  payment: Payment
  /** The payment that reads show until that time, during a lag fault. */
  lag: { readonly untilMs: number; readonly payment: Payment } | null
  /** True after a change since its creation. */
  touched: boolean
}

/** The payment as a read shows it now. */
export function visiblePayment(entry: Entry, nowMs: number): Payment {
  return entry.lag && nowMs < entry.lag.untilMs ? entry.lag.payment : entry.payment
}
