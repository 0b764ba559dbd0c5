import { ownEvents } from '@/lib/domain/evidence/attribution'
import type { OperationState } from '@/lib/domain/operation/outcome'
import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import type { Correction } from '@/lib/domain/view/operation-detail'

interface SettledOperation {
  readonly id: string
  readonly reference: string
  readonly state: OperationState
}

/** The correction of an operation that was settled as refused; null when there is none. */
export function correctionOf(
  operation: SettledOperation,
  events: readonly TransactionEvent[],
): Correction | null {
  if (operation.state !== 'refused') return null
  const { id: operationId, reference } = operation
  const own = ownEvents(events, { operationId, reference })
  const done = own.find(({ state }) => state === 'succeeded')
  if (done === undefined) return null
  return {
    operationId,
    providerEventId: done.providerEventId,
    amountMinor: done.amountMinor,
    occurredAt: done.error === null ? done.occurredAt : null,
  }
}
