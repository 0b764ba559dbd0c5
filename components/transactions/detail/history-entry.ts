import type { Role } from '@/lib/domain/access/permission'
import type { OperationKind, OrderLineChange } from '@/lib/domain/operation/operation'
import type { OperationState } from '@/lib/domain/operation/outcome'
import type { StatusDetail } from '@/lib/domain/operation/status-detail'
import type { EventKind, EventLine, EventState } from '@/lib/domain/payment/transaction-snapshot'

export type Who =
  | { readonly kind: 'person'; readonly name: string; readonly role: Role }
  | { readonly kind: 'customer' }
  /** Done at the provider, not through Paydesk. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'provider' }
  /** The provider does not report the person. */
  | { readonly kind: 'unreported' }

/** An activity and its state: requested here, or reported by the provider alone. */
export type Activity =
  | {
      readonly of: 'operation'
      readonly kind: OperationKind
      readonly state: OperationState
    }
  | { readonly of: 'note' }
  | {
      readonly of: 'event'
      readonly kind: EventKind | 'order_change'
      readonly providerKind: string
      readonly state: EventState
    }

export interface HistoryEntry {
  /** The operation's id where it is its first entry, so that it stays the same row once the provider reports it. */
  readonly id: string
  /** Null where the provider does not report it. */
  readonly at: Date | null
  readonly who: Who
  readonly activity: Activity
  readonly amountMinor: number | null
  readonly providerReference: string | null
  /** The reason of a failure, or the text of a note. */
  readonly note: StatusDetail | null
  /** The reason that was given with the request. */
  readonly reason: string | null
  readonly code: string | null
  /** The lines that it moved; none where it went by amount. */
  readonly lines: readonly EventLine[]
  /** The difference that it makes to the order; none where it changes no line. */
  readonly orderChanges: readonly OrderLineChange[]
  /** The merchant's own reference for it. */
  readonly label: string | null
  /** True where this shows that a refused operation was done after all. */
  readonly isCorrection: boolean
  /** The operation of this entry, if it was requested here. */
  readonly operationId: string | null
}
