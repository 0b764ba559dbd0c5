import type { Directives } from '../../calls/response'
import type { Settings } from '../settings'
import type { MoneyOperation, Transaction } from '../transaction'
import { behaviourOf } from './behaviour'
import { isExpired } from './expiry'

/** The outcome of an operation that passed all checks. */
export type Outcome =
  | { readonly kind: 'done'; readonly noResponse?: 'drop' | 'hang' }
  | {
      readonly kind: 'refused'
      readonly as: 'status-400' | 'failed-event' | 'status-503' | 'silence'
      readonly expired: boolean
    }
  | { readonly kind: 'corrected'; readonly happened: boolean }
  /** Refused now and corrected later; `names` when the correction names an event of its own. */
  | { readonly kind: 'refused-first'; readonly names: boolean }
  | {
      readonly kind: 'accepted'
      readonly closeAfterMs: number
      readonly closeAs: 'done' | 'refused' | 'never'
    }

/**
 * Decides by, in this order: the fault of this call, the behaviour of the transaction, an expired
 * authorization, the setting for operations that are only accepted.
 */
export function decideOutcome(
  transaction: Transaction,
  operation: MoneyOperation,
  settings: Settings,
  directives: Directives,
  nowMs: number,
): Outcome {
  if (directives.accepted) return { kind: 'accepted', ...directives.accepted }
  if (directives.refuseAs) return { kind: 'refused', as: directives.refuseAs, expired: false }
  switch (behaviourOf(transaction, operation)) {
    case 'refuse':
      return providerFailure(settings, false)
    case 'refuse-200':
      return { kind: 'refused', as: 'failed-event', expired: false }
    case '202':
      return { kind: 'accepted', closeAfterMs: settings.pendingMs, closeAs: 'done' }
    case '202-refused':
      return { kind: 'accepted', closeAfterMs: settings.pendingMs, closeAs: 'refused' }
    case 'timeout':
      return { kind: 'done', noResponse: 'drop' }
    case 'corrected':
      return { kind: 'corrected', happened: true }
    case 'corrected-refused':
      return { kind: 'corrected', happened: false }
    case 'refused-corrected':
      return { kind: 'refused-first', names: false }
    case 'refused-repaired':
      return { kind: 'refused-first', names: true }
    case null:
      break
  }
  const matters = operation === 'capture' && settings.expiredAuthorization !== 'ignored'
  if (matters && isExpired(transaction, nowMs)) return providerFailure(settings, true)
  if (settings.acceptedOperations.includes(`${transaction.payment_product_type}:${operation}`)) {
    return { kind: 'accepted', closeAfterMs: settings.pendingMs, closeAs: 'done' }
  }
  return { kind: 'done' }
}

function providerFailure(settings: Settings, expired: boolean): Outcome {
  switch (settings.providerFailure) {
    case 'timeout-after-success':
      return { kind: 'done', noResponse: 'hang' }
    case 'timeout-without-effect':
      return { kind: 'refused', as: 'silence', expired }
    case 'accepted-then-failed':
      return { kind: 'accepted', closeAfterMs: settings.pendingMs, closeAs: 'refused' }
    default:
      return { kind: 'refused', as: settings.providerFailure, expired }
  }
}
