import type { Payment } from './payment'

/** A payment with what the ledger knows about it besides. */
export interface Entry {
  readonly id: string
  payment: Payment
  /** What reads show instead until that time, while a fault makes them lag. */
  lag: { readonly untilMs: number; readonly payment: Payment } | null
  /** True once something happened to it after it was put into the ledger. */
  touched: boolean
}

/** The payment as a read shows it now. */
export function visiblePayment(entry: Entry, nowMs: number): Payment {
  return entry.lag && nowMs < entry.lag.untilMs ? entry.lag.payment : entry.payment
}
