import type { ProviderResponse, Directives } from '../../calls/response'
import type { Dintero } from '../dintero'
import type { Entry } from '../entry'
import { badRequest, errorResponse, invalidItems, updateConflict } from '../errors'
import { behaviourOf } from '../money/behaviour'
import type { Origin } from '../money/events'
import { EXPIRY_KEY, freshExpiry, isExpired } from '../money/expiry'
import { sumOf } from '../money/lines'
import { refusalWhilePending } from '../money/operate'
import { viewOf, WRITE_INCLUDES } from '../read/view'
import { checkAmountUpdate, isOpen } from './check-amount-update'
import {
  recordAuthorization,
  recordAuthorizationRefusal,
  type AuthorizationChange,
} from './record-update'
import type { AuthorizationRequest } from './request'

/** Metadata key of an authorization that can no longer be changed (pre-authorization, §10). */
const FINAL_KEY = 'sandbox:final_authorization'

/** The decision about a request: a change, or the refusal. */
type Verdict = { change: AuthorizationChange } | { refusal: ProviderResponse }

/** Answers POST /transactions/{id}/authorization: the four cases of fact sheet §10. */
export function updateAuthorization(
  dintero: Dintero,
  entry: Entry,
  request: AuthorizationRequest,
  origin: Origin,
  directives: Directives,
): ProviderResponse {
  const busy = refusalWhilePending(dintero, entry)
  if (busy) return busy
  const verdict = decideUpdate(dintero, entry, request)
  if ('refusal' in verdict) return verdict.refusal
  const klarnaRefusal = refusalMetadata(dintero, entry, request, directives)
  if (klarnaRefusal) {
    if (directives.refuseAs === 'status-400') {
      return errorResponse(400, 'Update authorization not allowed', 'NOT_ALLOWED')
    }
    recordAuthorizationRefusal(dintero, entry, request.amount, klarnaRefusal, origin)
    const quiet =
      directives.refuseAs === 'failed-event' ||
      dintero.state.settings.authorizationRefusal === 'failed-event'
    return quiet ? responseWith(entry, false) : updateConflict
  }
  recordAuthorization(dintero, entry, verdict.change, origin, directives.lagMs)
  return responseWith(entry, true)
}

function decideUpdate(dintero: Dintero, entry: Entry, request: AuthorizationRequest): Verdict {
  const { transaction } = entry
  if (transaction.payment_product_type === 'dintero.external') return decideExternal(entry, request)
  switch (transaction.payment_product) {
    case 'klarna':
      return decideKlarna(dintero, entry, request)
    case 'dintero_psp':
      return decidePreAuthorization(entry, request)
    default:
      return { refusal: badRequest('authorization cannot be updated for this payment product') }
  }
}

/** Extension without an amount, else a new total with the whole list of lines. */
function decideKlarna(dintero: Dintero, entry: Entry, request: AuthorizationRequest): Verdict {
  const { transaction } = entry
  const { amount, items } = request
  if (amount === undefined) {
    if (!isOpen(transaction)) return { refusal: updateConflict }
    const metadata = {
      ...freshExpiry(dintero.now(), Date.parse(transaction.created_at)),
      ...(request.reason !== undefined && { [`${EXPIRY_KEY}_reason`]: request.reason }),
      ...(request.reference !== undefined && { [`${EXPIRY_KEY}_reference`]: request.reference }),
    }
    return { change: { amount: transaction.amount, metadata } }
  }
  const refusal = checkAmountUpdate(transaction, amount, items, dintero.state.settings)
  if (refusal) return { refusal }
  // A new amount does not move the end of the authorization.
  const expiry = transaction.events.findLast((event) => event.metadata?.[EXPIRY_KEY])
  const date = expiry?.metadata?.[EXPIRY_KEY]
  return { change: { amount, items, metadata: date === undefined ? {} : { [EXPIRY_KEY]: date } } }
}

function decidePreAuthorization(
  { transaction }: Entry,
  { amount, items, final_authorization: isFinal }: AuthorizationRequest,
): Verdict {
  const locked = transaction.events.some((event) => event.metadata?.[FINAL_KEY] === 'true')
  if (transaction.status !== 'AUTHORIZED' || locked) return { refusal: updateConflict }
  if (!amount) return { refusal: badRequest('amount is required', 'amount') }
  if (!isFinal && amount <= transaction.amount) {
    return { refusal: badRequest('amount must grow', 'amount') }
  }
  if (items && sumOf(items) !== amount) return { refusal: invalidItems }
  return { change: { amount, items, metadata: { [FINAL_KEY]: String(isFinal === true) } } }
}

function decideExternal({ transaction }: Entry, request: AuthorizationRequest): Verdict {
  if (transaction.status !== 'ON_HOLD') return { refusal: updateConflict }
  const amount = request.amount ?? transaction.amount
  if (amount !== transaction.amount) {
    return { refusal: badRequest('amount must match the order', 'amount') }
  }
  if (request.items && sumOf(request.items) !== amount) return { refusal: invalidItems }
  return { change: { amount, metadata: {} } }
}

/**
 * Klarna's reason for a refusal, as event metadata (fact sheet §7.6); null when it does not refuse.
 */
function refusalMetadata(
  dintero: Dintero,
  { transaction }: Entry,
  request: AuthorizationRequest,
  directives: Directives,
): Record<string, string> | null {
  if (transaction.payment_product !== 'klarna') return null
  const expired = isExpired(transaction, dintero.now())
  const isRefused = behaviourOf(transaction, 'update') === 'refuse'
  if (request.amount === undefined) {
    return expired || directives.refuseAs
      ? { [`${EXPIRY_KEY}_error_reason`]: expired ? 'EXPIRED' : 'NOT_ALLOWED' }
      : null
  }
  if (!expired && !isRefused && !directives.refuseAs) return null
  return {
    'klarna:order_amount_update_error': 'NOT_ALLOWED',
    'klarna:order_amount_update_can_retry': '0',
  }
}

function responseWith(entry: Entry, effect: boolean): ProviderResponse {
  return { status: 200, body: viewOf(entry.transaction, WRITE_INCLUDES), effect }
}
