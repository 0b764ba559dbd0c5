import type { ProviderResponse, Directives } from '../../calls/response'
import type { Entry } from '../state'
import { declined, problem } from '../errors'
import type { Native } from '../native'
import { withoutPortal, type Payment } from '../payment'
import { viewOf } from '../view'
import { behaviourOf } from './behaviour'
import { refusalInState } from './check-state'
import { perform, performFailed } from './perform'
import type { MoneyRequest } from './request'
import { totalsOf } from './totals'

/**
 * Carries out a capture, cancel or refund (fact sheet §7) synchronously. Every success is 201 with
 * the whole payment. Operations are never pending, so the fault `accepted` has no effect here.
 */
export function operate(
  native: Native,
  entry: Entry,
  received: MoneyRequest,
  directives: Directives,
): ProviderResponse {
  const { settings } = native.state
  const { payment } = entry
  const request = { ...received, amount: received.amount ?? allThatIsLeft(payment, received) }
  const nowMs = native.now()
  const behaviour = behaviourOf(payment, request.operation)
  const isLocked = payment.lockedUntilMs !== null && nowMs < payment.lockedUntilMs
  if (isLocked || behaviour === 'busy') {
    return problem('payment_operation_blocked', 'Another request holds this payment.', settings)
  }
  const refusal = refusalInState(payment, request, settings)
  if (refusal) return refusal
  if (behaviour?.startsWith('refuse') || directives.refuseAs) {
    native.update(entry, performFailed(payment, request, nowMs), directives.lagMs)
    const asFailed = behaviour === 'refuse-201' || directives.refuseAs === 'failed-event'
    return asFailed ? created(native, entry, false) : declined(request.operation, settings)
  }
  native.update(entry, perform(payment, request, nowMs, settings), directives.lagMs)
  return {
    ...created(native, entry, true),
    ...(behaviour === 'timeout' && { noResponse: 'drop' as const }),
  }
}

/** The amount of an operation that names none; a cancel has none at all. */
function allThatIsLeft(payment: Payment, { operation }: MoneyRequest): number | null {
  const { capturable, refundable } = totalsOf(withoutPortal(payment))
  if (operation === 'cancel') return null
  return operation === 'capture' ? capturable : refundable
}

function created(native: Native, entry: Entry, effect: boolean): ProviderResponse {
  return { status: 201, body: viewOf(entry.payment, native.state.settings, native.now()), effect }
}
