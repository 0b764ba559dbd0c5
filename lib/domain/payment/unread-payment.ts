import type { Provider } from '@/lib/domain/provider/provider'

/**
 * Reasons why a payment could not be read: the provider's data makes no sense; the database does
 * not take it; the provider does not know it any more; the provider does not respond about it; it
 * has another currency than before.
 */
export const UNREAD_REASONS = [
  'malformed',
  'not_kept',
  'not_found',
  'unavailable',
  'other_currency',
] as const
export type UnreadReason = (typeof UNREAD_REASONS)[number]

/** A failed read of one payment. */
export interface FailedRead {
  /** Null for an entry of a list that has no id. */
  readonly providerTransactionId: string | null
  readonly reason: UnreadReason
  /** The place and kind of the mistake, in technical words of ours without values. */
  readonly detail: string | null
}

/** A payment whose last read failed, as people see it. */
export interface UnreadPayment {
  readonly id: string
  readonly provider: Provider
  readonly connectionName: string
  readonly providerTransactionId: string | null
  readonly reason: UnreadReason
  readonly detail: string | null
  readonly since: Date
  readonly triedAt: Date
  /** The payment as it was last read, where it ever was. */
  readonly known: { readonly transactionId: string; readonly readAt: Date } | null
}

/** Payments whose last read failed: the first of them, and how many there are. */
export interface UnreadPayments {
  readonly rows: readonly UnreadPayment[]
  readonly count: number
}
