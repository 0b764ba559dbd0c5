import type { ApiClient } from './accounts'
import type { Subscription } from './callbacks/subscription'
import type { MoneyRequest } from './money/request'
import type { Settings } from './settings'
import type { Transaction, TransactionEvent } from './transaction'

/** An operation that was accepted and is not closed yet (fact sheet §8.4). */
export interface Pending {
  /** Request id of its INITIATE event. */
  readonly requestId: string
  readonly request: MoneyRequest
  /** When it is to be closed, in milliseconds since the epoch. */
  readonly closesAtMs: number
  readonly closeAs: 'done' | 'refused' | 'never'
}

/** Fields of a transaction that operations may set anew. */
export type TransactionPatch = Partial<
  Pick<
    Transaction,
    'status' | 'settlement_status' | 'updated_at' | 'amount' | 'items' | 'merchant_reference_2'
  >
>

/** What sets one of many alike transactions apart. */
export interface Stamp {
  readonly id: string
  readonly session_id: string
  readonly merchant_reference: string
  readonly created_at: string
}

/** Everything that can happen to Dintero's book; one journal line each. */
export type DinteroChange =
  | {
      readonly kind: 'set-up'
      readonly clients: readonly ApiClient[]
      readonly transactions: readonly Transaction[]
    }
  | { readonly kind: 'client'; readonly client: ApiClient }
  /** New settings. The names `switches` are those of stored ledger files. */
  | { readonly kind: 'switches'; readonly switches: Partial<Settings> }
  | { readonly kind: 'open'; readonly transaction: Transaction }
  | {
      readonly kind: 'open-many'
      readonly template: Transaction
      readonly stamps: readonly Stamp[]
    }
  | {
      readonly kind: 'update'
      readonly id: string
      readonly events: readonly TransactionEvent[]
      readonly set: TransactionPatch
      readonly opens?: Pending
      /** Request id of the pending operation that ends with this. */
      readonly closes?: string
    }
  | { readonly kind: 'signature-secret'; readonly accountId: string; readonly secret: string }
  | { readonly kind: 'subscription'; readonly subscription: Subscription }
  | { readonly kind: 'unsubscription'; readonly id: string }
