import type { HttpExchange } from '@/lib/domain/operation/http-exchange'
import type { OperationState, ReviewVerdict } from '@/lib/domain/operation/outcome'
import type { Totals } from '@/lib/domain/payment/transaction'
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

/** An operation with its payment, as the page about it shows them. */
export interface OperationDetail {
  readonly operation: OperationView
  readonly providerReference: string | null
  /** The payment's totals when it was requested, before anything was sent. */
  readonly totalsBefore: Totals
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
  /** Another text after every write to the payment. */
  readonly version: string
}
