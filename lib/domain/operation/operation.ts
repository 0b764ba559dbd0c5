import type { EventLine, OrderItem, RetryAdvice } from '@/lib/domain/payment/transaction-snapshot'

export const OPERATION_KINDS = [
  'capture',
  'refund',
  'void',
  'update_authorization',
  'extend_authorization',
  'charge_again',
  'pay_out',
  'confirm_receipt',
] as const
export type OperationKind = (typeof OPERATION_KINDS)[number]

/** A part of an order line that an operation moves, with the VAT inside its amount. */
export interface OperationLine extends EventLine {
  readonly vatAmountMinor: number | null
}

/** A request for an operation. The id is made by the dialog and stands for one intent (I5). */
export interface OperationRequest {
  readonly operationId: string
  readonly transactionId: string
  readonly kind: OperationKind
  readonly amountMinor: number
  readonly currency: string
  readonly lines: readonly OperationLine[]
  /** The complete new order, for an update of the authorization only. */
  readonly newItems: readonly OrderItem[] | null
  readonly reason: string | null
}

/** A refusal by a provider or by our own rules; `message` is for people. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly retry: RetryAdvice
}
