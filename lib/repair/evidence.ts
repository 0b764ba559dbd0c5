import type { OperationState } from '@/lib/domain/operation/outcome'
import { refusalOf } from '@/lib/domain/operation/refusal'
import type { CodedStatusDetail, StatusDetail } from '@/lib/domain/operation/status-detail'
import type { RetryAdvice, TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'

/** The meaning of one read of the provider for an open operation. */
export type Evidence =
  | {
      readonly kind: 'settled'
      readonly state: OperationState
      readonly message: StatusDetail | null
      readonly refusalCode: string | null
      readonly retry: RetryAdvice | null
      readonly providerReference: string | null
      /** The event that was recognised by the totals alone. */
      readonly ownEventId: string | null
    }
  | OpenEvidence

/** A read that settles nothing. */
export interface OpenEvidence {
  readonly kind: 'open'
  /** True when the read counts among those that prove absence. */
  readonly absent: boolean
  /** True when the provider shows that it has accepted the operation, which absence can't undo. */
  readonly isAccepted: boolean
  readonly found: CodedStatusDetail
  /** Milliseconds after which a read can prove more; null where only waiting helps. */
  readonly againMs: number | null
}

/** A read that settles nothing, because of what was found. */
export function open(found: CodedStatusDetail, rest: Partial<OpenEvidence> = {}): OpenEvidence {
  return { kind: 'open', absent: false, isAccepted: false, againMs: null, ...rest, found }
}

/** A refusal for the reason of a failed event; `ownEventId` where the totals alone show whose it is. */
export function refused(event: TransactionEvent, ownEventId: string | null = null): Evidence {
  const { code, message, retry } = refusalOf(event)
  return settled('refused', message, { refusalCode: code, retry, ownEventId })
}

/** A read that settles an operation. */
export function settled(
  state: OperationState,
  message: StatusDetail | null,
  rest: {
    readonly refusalCode?: string
    readonly retry?: RetryAdvice
    readonly providerReference?: string | null
    readonly ownEventId?: string | null
  } = {},
): Evidence {
  return {
    kind: 'settled',
    state,
    message,
    refusalCode: rest.refusalCode ?? null,
    retry: rest.retry ?? null,
    providerReference: rest.providerReference ?? null,
    ownEventId: rest.ownEventId ?? null,
  }
}
