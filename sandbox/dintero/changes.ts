import type { ApiClient } from './accounts'
import type { MoneyRequest } from './money/request'
import type { Settings } from './settings'
import type { Correction, Transaction, TransactionEvent } from './transaction'

/** A webhook subscription of an account (fact sheet §13.3). */
export interface Subscription {
  readonly id: string
  readonly accountId: string
  readonly url: string
  readonly secret: string
  readonly events: readonly string[]
  readonly createdAt: string
}

/** An operation that was accepted and is not closed yet (fact sheet §8.4). */
export interface Pending {
  /** Request id of its INITIATE event. */
  readonly requestId: string
  readonly request: MoneyRequest
  /** Time of its end, in milliseconds since the epoch. */
  readonly closesAtMs: number
  readonly closeAs: 'done' | 'refused' | 'never'
}

/** Fields of a transaction that operations may change. */
export type TransactionPatch = Partial<
  Pick<
    Transaction,
    'status' | 'settlement_status' | 'updated_at' | 'amount' | 'items' | 'merchant_reference_2'
  >
>

/** The values that differ between equal transactions. */
export interface Stamp {
  readonly id: string
  readonly session_id: string
  readonly merchant_reference: string
  readonly created_at: string
}

/** The changes of Dintero's state; one journal line each. */
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
      /** The correction that an earlier event gets. */
      readonly amends?: { readonly eventId: string; readonly correction: Correction }
      readonly opens?: Pending
      /** Request id of the pending operation that ends with this. */
      readonly closes?: string
    }
  | { readonly kind: 'signature-secret'; readonly accountId: string; readonly secret: string }
  | { readonly kind: 'subscription'; readonly subscription: Subscription }
  | { readonly kind: 'unsubscription'; readonly id: string }
