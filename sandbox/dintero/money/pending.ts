import type { Pending } from '../changes'
import type { Dintero } from '../dintero'
import type { Entry } from '../entry'
import { ownOrigin, recordFailure, recordSuccess } from './carry-out'
import { checkRequest } from './check-request'

/** Closes an accepted operation when its time has come (fact sheet §8.4). */
export function scheduleClosing(dintero: Dintero, entry: Entry, pending: Pending): void {
  if (pending.closeAs === 'never') return
  const waitMs = Math.max(0, pending.closesAtMs - dintero.now())
  dintero.runtime.clock.schedule(waitMs, () => close(dintero, entry, pending))
}

/** Resumes the operations that were pending when the ledger was closed. */
export function resumePending(dintero: Dintero): void {
  for (const entry of dintero.state.entries.values()) {
    for (const pending of entry.pending.values()) scheduleClosing(dintero, entry, pending)
  }
}

function close(dintero: Dintero, entry: Entry, pending: Pending): void {
  const gone = dintero.state.entries.get(entry.id) !== entry
  if (gone || !entry.pending.has(pending.requestId)) return
  const { request, requestId } = pending
  const origin = ownOrigin(requestId)
  const options = { closes: requestId }
  const isAccepted = checkRequest(entry.transaction, request, dintero.state.settings) === null
  if (pending.closeAs === 'done' && isAccepted) {
    recordSuccess(dintero, entry, request, origin, options)
  } else {
    recordFailure(dintero, entry, request, origin, false, options)
  }
}
