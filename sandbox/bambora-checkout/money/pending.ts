import type { Checkout } from '../checkout'
import type { Entry } from '../entry'
import { statusAfter } from './make-operation'

/** Schedules the end of an accepted operation. */
export function scheduleEnding(checkout: Checkout, entry: Entry, operationId: string): void {
  const ending = findPending(entry, operationId)?.ending
  if (!ending || ending.as === 'never') return
  const waitMs = Math.max(0, ending.atMs - checkout.now())
  checkout.runtime.clock.schedule(waitMs, () => {
    // A reset may have removed the payment meanwhile.
    if (checkout.state.entries.get(entry.id) === entry) end(checkout, entry, operationId)
  })
}

/** Resumes the operations that were pending when the ledger was closed. */
export function resumePending(checkout: Checkout): void {
  for (const entry of checkout.state.entries.values()) {
    for (const { id, ending } of entry.payment.operations) {
      if (ending) scheduleEnding(checkout, entry, id)
    }
  }
}

function end(checkout: Checkout, entry: Entry, operationId: string): void {
  const operation = findPending(entry, operationId)
  if (!operation?.ending) return
  const isDone = operation.ending.as === 'done'
  checkout.record({
    kind: 'end',
    id: entry.id,
    operationId,
    operationStatus: isDone ? 'approved' : 'declined',
    status: isDone ? statusAfter(entry.payment, operation) : entry.payment.status,
    vanishes: !isDone && checkout.state.settings.failedPending === 'vanishes',
  })
}

function findPending(entry: Entry, operationId: string) {
  return entry.payment.operations.find(({ id, ending }) => id === operationId && ending !== null)
}
