import type { HttpExchange } from '@/lib/domain/operation/http-exchange'
import type { OperationState, ReviewVerdict } from '@/lib/domain/operation/outcome'
import type { Totals } from '@/lib/domain/payment/transaction'
import type { OrderItem, PaymentFlag } from '@/lib/domain/payment/transaction-snapshot'
import type { Provider } from '@/lib/domain/provider/provider'
import type { OperationView } from './transaction-view'

/** A row of the operations page. */
export interface OpenOperationRow {
  readonly operation: OperationView
  readonly orderReference: string | null
  readonly customerName: string | null
  /** By the database's clock. */
  readonly ageMs: number
}

/** The number of open operations in one state, and their sum in one currency. */
export interface OpenOperationSum {
  readonly state: OperationState
  readonly currency: string
  readonly count: number
  readonly amountMinor: number
}

/** One send of an operation. The HTTP exchange is included for people who may see it. */
export interface AttemptView {
  readonly number: number
  readonly startedAt: Date
  readonly finishedAt: Date | null
  readonly outcome: 'succeeded' | 'refused' | 'not_sent' | 'pending' | 'unknown' | null
  readonly httpExchange: HttpExchange | null
}

/** One person's decision about an operation in review. */
export interface ReviewDecisionView {
  readonly actorId: string
  readonly actorName: string
  readonly verdict: ReviewVerdict
  readonly reason: string
  readonly decidedAt: Date
}

/**
 * The provider's correction of a refusal: it refused our operation first, and reported afterwards
 * that the money moved all the same. The operation stays settled as refused (I10).
 */
export interface Correction {
  readonly operationId: string
  /** The event that shows the money moved; it may be the refused one, amended. */
  readonly providerEventId: string
  /** In minor units; null where the event names no amount. */
  readonly amountMinor: number | null
  /** Time of that event; null where the provider reports none, or amended the refused event. */
  readonly occurredAt: Date | null
}

/** An operation with its payment, as the page about it shows them. */
export interface OperationDetail {
  readonly operation: OperationView
  readonly providerReference: string | null
  /** The provider's correction of its refusal; null where there is none. */
  readonly correction: Correction | null
  /** The payment's totals when it was requested, before anything was sent. */
  readonly totalsBefore: Totals
  readonly flags: readonly PaymentFlag[]
  /** The order as last read: the names of the operation's lines. */
  readonly items: readonly { readonly item: Pick<OrderItem, 'lineId' | 'description'> }[]
  /** The payment's totals as last read. */
  readonly totalsNow: Totals
  readonly readAt: Date
  readonly orderReference: string | null
  readonly customerName: string | null
  readonly provider: Provider
  readonly providerTransactionId: string
  /** The payment's page in the provider's own portal. */
  readonly portalUrl: string | null
  readonly isTest: boolean
  /** The row of a batch that it was planned by; null for one that a person asked for by itself. */
  readonly batch: { readonly id: string; readonly row: number } | null
  /** Another text after every write to the payment. */
  readonly version: string
}
