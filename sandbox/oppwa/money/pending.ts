import type { Pending } from '../changes'
import { CODE, successCode } from '../codes/codes'
import type { Oppwa } from '../oppwa'

/** Closes a pending operation when its time has come (fact sheet §10). */
export function scheduleClosing(oppwa: Oppwa, pending: Pending): void {
  if (pending.closeAs === 'never') return
  const waitMs = Math.max(0, pending.closesAtMs - oppwa.now())
  oppwa.runtime.clock.schedule(waitMs, () => close(oppwa, pending))
}

/** Resumes the operations that were pending when the ledger was closed. */
export function resumePending(oppwa: Oppwa): void {
  for (const pending of oppwa.state.pending.values()) scheduleClosing(oppwa, pending)
}

function close(oppwa: Oppwa, pending: Pending): void {
  const { state } = oppwa
  if (state.pending.get(pending.id) !== pending) return
  const payment = state.payments.get(pending.id)
  const channel = state.channels.get(payment?.entityId ?? '')
  if (!payment || !channel) return
  const code = pending.closeAs === 'done' ? successCode(channel, payment.testMode) : CODE.declined
  oppwa.record({ kind: 'closed', id: pending.id, code })
}
