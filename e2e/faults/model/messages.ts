import type { Actor } from '@/lib/domain/access/actor'
import type { OperationState } from '@/lib/domain/operation/outcome'
import type { Failure } from '@/lib/domain/operation/result'
import type { CapturePayment } from '@/lib/operations/capture-payment'
import type { ChangeOrderItems } from '@/lib/operations/change-order-items'
import type { ExtendAuthorization } from '@/lib/operations/extend-authorization'
import type { RefundPayment } from '@/lib/operations/refund-payment'
import type { VoidPayment } from '@/lib/operations/void-payment'

/** An actor's request, as the dialog sends it. */
export type OperationRequest =
  | { readonly kind: 'capture'; readonly input: CapturePayment }
  | { readonly kind: 'refund'; readonly input: RefundPayment }
  | { readonly kind: 'void'; readonly input: VoidPayment }
  | { readonly kind: 'update_authorization'; readonly input: ChangeOrderItems }
  | { readonly kind: 'extend_authorization'; readonly input: ExtendAuthorization }

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
  /** Starts the repair loops; a spare instance does not run them until it takes over. */
  | { readonly type: 'repair' }
  | { readonly type: 'clock'; readonly offsetMs: number }
  | { readonly type: 'stop' }

/** From an application instance to the campaign. */
export type Report =
  | { readonly type: 'ready'; readonly webhookPort: number }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly type: 'imported'; readonly id: number; readonly problem: string | null }
