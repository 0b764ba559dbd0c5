import { withOwnRefunds } from '@/lib/domain/payment/own-refunds'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { stampStored, type StoredEvent } from './attribution'
import {
  attributeByTotals,
  type TotalsVerdict,
  type UnreferencedOperation,
} from './attribution-by-totals'
import { eventAuthorship } from './event-author'

/** An operation with all that is stored of it and of its payment, against which a read is held. */
export interface StoredOperation extends UnreferencedOperation {
  /** The stored events of its payment that belong to operations of ours or were under way. */
  readonly storedEvents: readonly StoredEvent[]
  /** Sum of the refunds of its payment that were made here and succeeded, in minor units. */
  readonly ownRefundsMinor: number
}

/** A read together with what only we know of the payment; one that is complete stays as it is. */
export function completeRead(
  shown: TransactionSnapshot,
  { storedEvents, ownRefundsMinor }: StoredOperation,
): TransactionSnapshot {
  return stampStored(withOwnRefunds(shown, ownRefundsMinor), storedEvents)
}

/**
 * The conclusion of totals and history about an operation whose provider echoes no reference, from
 * a read, complete or as the provider showed it.
 * @param ownUser the provider's name for our user, where the connection states it
 */
export function interpretTotals(
  operation: StoredOperation,
  shown: TransactionSnapshot,
  ownUser: string | null,
): TotalsVerdict {
  const snapshot = completeRead(shown, operation)
  return attributeByTotals(operation, snapshot, eventAuthorship(snapshot, ownUser))
}
