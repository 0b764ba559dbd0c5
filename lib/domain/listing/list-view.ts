import type { CurrencySum } from '@/lib/domain/money/currency-sum'
import {
  HOLDING_STATUSES,
  TRANSACTION_STATUSES,
  type TransactionStatus,
} from '@/lib/domain/payment/transaction'

/** The questions that staff ask the list all day. */
export const VIEWS = ['to-capture', 'expiring', 'attention', 'captured', 'refunded', 'all'] as const
export type View = (typeof VIEWS)[number]

/** The statuses that can occur in a view. */
export const VIEW_STATUSES: Readonly<Record<View, readonly TransactionStatus[]>> = {
  'to-capture': HOLDING_STATUSES,
  expiring: HOLDING_STATUSES,
  attention: TRANSACTION_STATUSES,
  captured: ['captured'],
  refunded: ['partially_captured_refunded', 'partially_refunded', 'refunded'],
  all: TRANSACTION_STATUSES,
}

/** The orders of the list: the newest or the oldest payment first, or what can still be saved first. */
export const LIST_SORTS = ['newest', 'oldest', 'deadline'] as const
export type ListSort = (typeof LIST_SORTS)[number]

/** The number of payments in a view, and the sum that matters in it. */
export interface ViewCount {
  readonly count: number
  /** True when there are more than that: counting stopped. */
  readonly isCapped: boolean
  /** Held, captured or refunded, largest first; empty where no sum matters. */
  readonly sums: readonly CurrencySum[]
  /** Those of them whose deadline is today, where the deadline is the question; else 0. */
  readonly endToday: number
}

export type ViewCounts = Readonly<Record<View, ViewCount>>

/** Possible changes to a list since it was rendered. */
export interface ListUpdates {
  readonly counts: ViewCounts
  /** Payments that would stand above the first row now. */
  readonly newer: number
}
