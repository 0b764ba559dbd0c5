import type { Answer, Directives } from '../../calls/answer'
import type { Entry } from '../book'
import { declined, problem } from '../errors'
import type { Native } from '../native'
import { viewOf } from '../view'
import { behaviourOf } from './behaviour'
import { refusalInState } from './check-state'
import { perform, performInVain } from './perform'
import type { MoneyRequest } from './request'

/**
 * Carries out a capture, cancel or refund (fact sheet §7) in one go. Every success is 201 with the
 * whole payment. Nothing is ever accepted for later, so that fault has no effect here.
 */
export function operate(
  native: Native,
  entry: Entry,
  request: MoneyRequest,
  directives: Directives,
): Answer {
  const { switches } = native.book
  const { payment } = entry
  const nowMs = native.now()
  const behaviour = behaviourOf(payment, request.operation)
  const isLocked = payment.lockedUntilMs !== null && nowMs < payment.lockedUntilMs
  if (isLocked || behaviour === 'busy') {
    return problem('payment_operation_blocked', 'Another request holds this payment.', switches)
  }
  const refusal = refusalInState(payment, request, switches)
  if (refusal) return refusal
  if (behaviour?.startsWith('refuse') || directives.refuseAs) {
    native.update(entry, performInVain(payment, request, nowMs), directives.lagMs)
    const asFailed = behaviour === 'refuse-201' || directives.refuseAs === 'failed-event'
    return asFailed ? created(native, entry, false) : declined(request.operation, switches)
  }
  native.update(entry, perform(payment, request, nowMs, switches), directives.lagMs)
  return {
    ...created(native, entry, true),
    ...(behaviour === 'timeout' && { lost: 'drop' as const }),
  }
}

function created(native: Native, entry: Entry, effect: boolean): Answer {
  return { status: 201, body: viewOf(entry.payment, native.book.switches, native.now()), effect }
}
