/** States of a payment (fact sheet §6.3). */
export const STATES = [
  'None',
  'Authorized',
  'Authorization Expired',
  'Declined',
  'Voided',
  'Captured',
  'Refunded',
  'Settled',
  'Canceled',
] as const
export type State = (typeof STATES)[number]

/** A merchant's operations on the money of a payment. */
export const MONEY_OPERATIONS = ['capture', 'cancel', 'refund'] as const
export type MoneyOperation = (typeof MONEY_OPERATIONS)[number]

export type OperationType = 'Authorize token' | 'Authorize card' | 'Capture' | 'Cancel' | 'Refund'

export const CARD_TYPES = ['VISA', 'MASTERCARD', 'OTHER'] as const

export interface Card {
  readonly cardNumber: string
  readonly cardType: (typeof CARD_TYPES)[number]
  readonly expiryMonth: number
  readonly expiryYear: number
}

/** One operation, successful or not (§6.1). Amounts in minor units. */
export interface Operation {
  readonly id: string
  readonly type: OperationType
  readonly success: boolean
  readonly atMs: number
  readonly code: string
  readonly comment: string | null
  /** Null on a cancel. */
  readonly amount: number | null
  /** Id of the operation acted on. */
  readonly references?: string
  readonly card?: Card
  /** Done in the web portal, which this API does not show (§1). */
  readonly inPortal?: true
}

/** A payment as the ledger holds it. Never changed in place. */
export interface Payment {
  /** The merchant's own reference: the payment's address. */
  readonly reference: string
  readonly internalId: string
  readonly merchantId: string
  readonly version: number
  readonly state: State
  readonly currency: string
  readonly amount: number
  readonly operations: readonly Operation[]
  /** End of the lock by another request, in milliseconds since the epoch. */
  readonly lockedUntilMs: number | null
  /** See money/behaviour.ts. */
  readonly behaviour: string | null
}

/** The payment as the API shows it, without operations of the portal. */
export function withoutPortal(payment: Payment): Payment {
  const operations = payment.operations.filter((operation) => operation.inPortal !== true)
  return { ...payment, operations }
}
