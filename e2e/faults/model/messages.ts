import type { Actor } from '@/lib/domain/access/actor'
import type { FreeAmountKind, OperationInputs } from '@/lib/domain/operation/inputs'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { OperationState } from '@/lib/domain/operation/outcome'
import type { Failure } from '@/lib/domain/operation/result'

/** What a person asks for, as their dialog sends it. */
export type Ask = {
  readonly [K in AskKind]: { readonly kind: K; readonly input: OperationInputs[K] }
}[AskKind]

type AskKind = Exclude<OperationKind, FreeAmountKind>

/** What a person heard. */
export type Told =
  | { readonly kind: 'state'; readonly state: OperationState; readonly amountMinor: number }
  /** Nothing was started, and why. */
  | { readonly kind: 'failure'; readonly failure: Failure }
  /** Something went wrong while it was being done: whether it took effect is not known. */
  | { readonly kind: 'internal'; readonly message: string }
  /** The instance died before it could say anything. */
  | { readonly kind: 'nothing' }

/** From the campaign to an application instance. */
export type Order =
  | {
      readonly type: 'ask'
      readonly id: number
      readonly ask: Ask
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
  /** Begin to repair: a spare instance waits with that until it is needed. */
  | { readonly type: 'repair' }
  | { readonly type: 'clock'; readonly offsetMs: number }
  | { readonly type: 'stop' }

/** From an application instance to the campaign. */
export type Report =
  | { readonly type: 'ready'; readonly webhookPort: number }
  | { readonly type: 'told'; readonly id: number; readonly told: Told }
  | { readonly type: 'imported'; readonly id: number; readonly problem: string | null }
