import type { EventLine, RetryAdvice } from './transaction-snapshot'

export const OPERATION_KINDS = ['capture', 'refund', 'void', 'update_authorization'] as const
export type OperationKind = (typeof OPERATION_KINDS)[number]

/** What somebody asked for. The id is made by the dialog and stands for one intent (I5). */
export interface OperationRequest {
  readonly operationId: string
  readonly transactionId: string
  readonly kind: OperationKind
  readonly amountMinor: number
  readonly currency: string
  readonly lines: readonly EventLine[]
  readonly reason: string | null
}

/** Why a provider, or our own rules, said no; `message` is for people. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly retry: RetryAdvice
}
