import type { Actor } from '@/lib/domain/access/actor'
import type { FreeAmountKind, OperationInputs } from '@/lib/domain/operation/inputs'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { OperationState } from '@/lib/domain/operation/outcome'
import type { Failure } from '@/lib/domain/operation/result'

/** An actor's request, as the dialog sends it. */
export type OperationRequest = {
  readonly [K in RequestKind]: { readonly kind: K; readonly input: OperationInputs[K] }
}[RequestKind]

type RequestKind = Exclude<OperationKind, FreeAmountKind>

/** The reply to an actor. */
export type Reply =
  | { readonly kind: 'state'; readonly state: OperationState; readonly amountMinor: number }
  /** Nothing was started; the failure says why. */
  | { readonly kind: 'failure'; readonly failure: Failure }
  /** An unexpected error during the operation; its effect is not known. */
  | { readonly kind: 'internal'; readonly message: string }
  /** The instance died before it replied. */
  | { readonly kind: 'nothing' }

/** From the campaign to an application instance. */
export type Order =
  | {
      readonly type: 'request'
      readonly id: number
      readonly request: OperationRequest
      readonly actor: Actor
      readonly requestId: string
    }
  | {
      readonly type: 'import'
      readonly id: number
      readonly connectionId: string
      /** The payments to import; null for the whole list of the provider. */
      readonly references: readonly string[] | null
    }
  /** A person at this instance wants the provider to be asked about an operation now. */
  | { readonly type: 'check'; readonly id: number; readonly operationId: string }
  /** Starts the loops of repair and of batches; a spare instance does not run them until it takes over. */
  | { readonly type: 'repair' }
  /** A person rehearses a batch of captures of these payments, or starts the rehearsal. */
  | {
      readonly type: 'batch'
      readonly id: number
      readonly step: 'rehearse' | 'start'
      readonly actor: Actor
      readonly batchId: string
      readonly transactionIds: readonly string[]
    }
  | { readonly type: 'clock'; readonly offsetMs: number }
  | { readonly type: 'stop' }

/** The end of an import. */
export interface ImportEnd {
  /** The reason why it could not go on; null when it came to its end. */
  readonly problem: string | null
  /** The ids of payments that make no sense; null for one without an id. */
  readonly unread: readonly (string | null)[]
}

/** From an application instance to the campaign. */
export type Report =
  | { readonly type: 'ready'; readonly webhookPort: number }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly type: 'imported'; readonly id: number; readonly end: ImportEnd }
  /** The reason why the step of a batch was not done; null when it was. */
  | { readonly type: 'batch'; readonly id: number; readonly problem: string | null }
  /** The row of a batch is taken up, or over. */
  | { readonly type: 'row'; readonly operationId: string; readonly isOver: boolean }
  /** `waitMs` is the time until the check is possible; null when it was made. */
  | { readonly type: 'checked'; readonly id: number; readonly waitMs: number | null }
