import { ownEvents } from '@/lib/domain/evidence/attribution'
import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'

/** The facts that show which accepted operations of the provider are still pending. */
export interface PendingFacts {
  /** Oldest first. */
  readonly events: readonly TransactionEvent[]
  /** Operations that were requested here; an open one reserves its amount by itself. */
  readonly operations: readonly { readonly id: string; readonly reference: string }[]
}

/** Events that take what a capture or refund would take; a chargeback takes from the refundable. */
const TAKERS = { capture: ['capture'], refund: ['refund', 'chargeback'] } as const

/**
 * The amount of operations requested elsewhere that the provider has accepted but not done yet, or
 * of which it does not know what became of them.
 */
export function pendingElsewhereMinor(
  kind: 'capture' | 'refund',
  { events, operations }: PendingFacts,
): number {
  const own = new Set(
    operations.flatMap(({ id, reference }) => ownEvents(events, { operationId: id, reference })),
  )
  const closed = new Set(events.flatMap(({ closes }) => closes))
  return events
    .filter((event) => TAKERS[kind].some((taker) => taker === event.kind) && !own.has(event))
    .filter(({ state }) => state === 'pending' || state === 'unknown')
    .filter(({ providerEventId }) => !closed.has(providerEventId))
    .reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0)
}
