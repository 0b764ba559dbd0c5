import type { Totals, TransactionPhase } from './transaction'

/** The id of an order line that has none at its provider: it can be shown, but not named there. */
export const NO_LINE_ID = ''

/** One line of an order as the provider keeps it. `amountMinor` is the line total incl. VAT. */
export interface OrderItem {
  readonly lineId: string
  readonly sku: string | null
  readonly description: string
  /** Millionths of a piece; null when the provider's figure is finer than that. */
  readonly quantityMicros: number | null
  readonly amountMinor: number
  readonly vatAmountMinor: number | null
  /** VAT in hundredths of a percent: 2500 is 25 %. */
  readonly vatBasisPoints: number | null
  readonly kind: string
  /** Before discount; null when the provider gave none. */
  readonly grossAmountMinor: number | null
}

/** A part of an order line that an event moved. */
export interface EventLine {
  readonly lineId: string
  /** As the order named it then; absent where the provider reports it with the order alone. */
  readonly description?: string
  readonly quantityMicros: number | null
  readonly amountMinor: number
}

export type EventKind =
  | 'initiate'
  | 'authorize'
  | 'capture'
  | 'refund'
  | 'void'
  | 'settle'
  /** The customer's bank took captured money back. */
  | 'chargeback'
  /** A chargeback was won: its money is here again. */
  | 'chargeback_reversal'
  | 'other'
/** `unknown`: the provider itself does not know what became of it, nor that it was accepted. */
export type EventState = 'succeeded' | 'failed' | 'pending' | 'unknown'

/** An event of the payment at the provider, caused by us or others. */
export interface TransactionEvent {
  readonly providerEventId: string
  readonly kind: EventKind
  /** The provider's own word, shown in small type next to ours. */
  readonly providerKind: string
  readonly state: EventState
  readonly amountMinor: number | null
  readonly lines: readonly EventLine[]
  /** The reference that was sent with the request. */
  readonly reference: string | null
  /** Our operation's id, where the event carries it: then the request was ours. */
  readonly operationId: string | null
  /** The provider's name for the result: a capture id, a refund id. */
  readonly providerReference: string | null
  /**
   * The user of the provider's API that made it; null where it was made without one, absent where
   * the provider names none. It is read with the history and not stored.
   */
  readonly madeBy?: string | null
  readonly error: EventError | null
  /** Null where the provider reports no time. */
  readonly occurredAt: Date | null
  /** Ids of earlier events that this one closes or replaces. */
  readonly closes: readonly string[]
}

export interface EventError {
  readonly code: string | null
  readonly message: string
  readonly retry: RetryAdvice
}

/** The provider's advice about trying a refused operation again. */
export type RetryAdvice =
  | { readonly kind: 'not_said' }
  | { readonly kind: 'do_not_retry' }
  | { readonly kind: 'at_once' }
  /** `at` is ISO 8601; null when the provider says "later" without a time. */
  | { readonly kind: 'after'; readonly at: string | null }

export interface Address {
  readonly name: string | null
  readonly businessName: string | null
  readonly organizationNumber: string | null
  readonly lines: readonly string[]
  readonly postalCode: string | null
  readonly city: string | null
  readonly country: string | null
  readonly phone: string | null
  readonly email: string | null
}

export interface Customer {
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly customerId: string | null
  readonly isBusiness: boolean
}

/** Until when a capture is possible, and whose word that is. */
export interface CaptureDeadline {
  readonly at: Date
  readonly source: 'provider' | 'usual_for_method'
}

/** A labelled fact of the payment method: card number, Klarna method, invoice number. */
export interface PaymentDetail {
  readonly label: string
  readonly value: string
}

/**
 * A gap in a provider's history of a payment: it leaves out the person, the time, all refunds, all
 * voids, or everything done in the provider's own portal.
 */
export type HistoryGap = 'who' | 'when' | 'refund' | 'void' | 'portal'

/**
 * A fact about a payment that some operations need, or change: that the money was taken at once,
 * without an authorization before it; that the provider keeps the customer's card; that the first
 * capture, however small, uses the authorization up.
 */
export type PaymentFlag = 'debit' | 'stored_card' | 'single_capture'

/** All that one read of a provider shows of one payment, in our words. */
export interface TransactionSnapshot {
  readonly providerTransactionId: string
  readonly phase: TransactionPhase
  /** The provider's status, verbatim. */
  readonly providerStatus: string
  /** Method code `family.method`, for example `klarna.billie`. */
  readonly method: string
  readonly currency: string
  /** The amount that the customer was to pay, granted or not. */
  readonly amountMinor: number
  readonly totals: Totals
  readonly orderReference: string | null
  readonly orderReference2: string | null
  readonly customer: Customer
  readonly billingAddress: Address | null
  readonly shippingAddress: Address | null
  readonly paymentDetails: readonly PaymentDetail[]
  readonly items: readonly OrderItem[]
  readonly events: readonly TransactionEvent[]
  readonly historyGaps: readonly HistoryGap[]
  /** True where the provider says that something was refunded, and not how much. */
  readonly isRefunded?: boolean
  readonly flags: readonly PaymentFlag[]
  readonly captureDeadline: CaptureDeadline | null
  /** The payment's page in the provider's own portal. */
  readonly portalUrl: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
}
