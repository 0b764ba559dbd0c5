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

/** The rule that asks for an operation, by the name that it has then. */
export interface ByRule {
  readonly id: string
  readonly name: string
}

/** A part of an order line that an operation moves, with the VAT inside its amount. */
export interface OperationLine extends EventLine {
  readonly vatAmountMinor: number | null
}

/** A line that an update of the order adds, removes or changes: after less before. */
export interface OrderLineChange {
  readonly description: string
  /** Millionths of a piece; null where the quantity is not known, 0 where the amount alone changed. */
  readonly quantityMicros: number | null
  /** Minor units. */
  readonly amountMinor: number
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
  /** The difference that the new order makes; null where there is no new order. */
  readonly orderChanges: readonly OrderLineChange[] | null
  readonly reason: string | null
}

/** Our own part of a reference that we send: unique to its operation. */
const OWN_REFERENCE = / ?pd-[0-9a-f]{32}$/

/**
 * The merchant's part of a reference: as typed with an operation of ours, or the whole of one that
 * is not ours. Null where there is none.
 */
export function merchantReference(reference: string | null): string | null {
  return reference?.replace(OWN_REFERENCE, '').trim() || null
}

/** A refusal by a provider or by our own rules; `message` is for people. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly retry: RetryAdvice
}
