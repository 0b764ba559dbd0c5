import { randomInt } from 'node:crypto'
import type { ProviderResponse, Directives } from '../../calls/response'
import type { Checkout } from '../checkout'
import type { Entry } from '../entry'
import { makeId } from '../ids'
import { BY_ACQUIRER, failure, success } from '../meta'
import type { Operation, Payment, Status } from '../payment'
import type { Settings } from '../settings'
import { behaviourOf } from './behaviour'
import { checkRequest } from './check-request'
import { makeOperation, statusAfter, type Caller } from './make-operation'
import { scheduleEnding } from './pending'
import type { CheckedRequest, MoneyRequest } from './request'

/** The outcome of a write that passed all checks. */
type Outcome =
  | { readonly kind: 'done'; readonly noResponse?: 'drop' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'declined' }
  | {
      readonly kind: 'accepted'
      readonly afterMs: number
      readonly as: 'done' | 'refused' | 'never'
    }

/**
 * Carries out a capture, credit or delete (fact sheet §7) synchronously from the checks to the
 * journal, so that a second call always sees the first.
 */
export function operate(
  checkout: Checkout,
  entry: Entry,
  request: MoneyRequest,
  caller: Caller,
  directives: Directives,
): ProviderResponse {
  const { settings } = checkout.state
  const checked = checkRequest(entry.payment, request, settings)
  if ('refusal' in checked) return failure(settings, checked.refusal)
  const outcome = decide(entry.payment, checked, settings, directives)
  const write = (status: Status, ending?: Operation['ending']): string =>
    record(checkout, entry, checked, { caller, status, ending, lagMs: directives.lagMs })
  switch (outcome.kind) {
    case 'refused':
      if (settings.declinedInHistory) write('declined')
      return failure(settings, BY_ACQUIRER)
    case 'declined':
      return operationResponse(settings, request, write('declined'), false)
    case 'accepted': {
      const id = write('pending', { atMs: checkout.now() + outcome.afterMs, as: outcome.as })
      scheduleEnding(checkout, entry, id)
      return operationResponse(settings, request, id, false)
    }
    case 'done': {
      const response = operationResponse(settings, request, write('approved'), true)
      return outcome.noResponse ? { ...response, noResponse: outcome.noResponse } : response
    }
  }
}

function decide(
  payment: Payment,
  { action }: MoneyRequest,
  settings: Settings,
  directives: Directives,
): Outcome {
  if (directives.accepted) {
    const { closeAfterMs, closeAs } = directives.accepted
    return { kind: 'accepted', afterMs: closeAfterMs, as: closeAs }
  }
  if (directives.refuseAs) {
    return { kind: directives.refuseAs === 'failed-event' ? 'declined' : 'refused' }
  }
  switch (behaviourOf(payment.behaviour, action)) {
    case 'refuse':
      return { kind: 'refused' }
    case 'decline':
      return { kind: 'declined' }
    case 'pending':
      return { kind: 'accepted', afterMs: settings.pendingMs, as: 'done' }
    case 'pending-refused':
      return { kind: 'accepted', afterMs: settings.pendingMs, as: 'refused' }
    case 'timeout':
      return { kind: 'done', noResponse: 'drop' }
    case null:
      return { kind: 'done' }
  }
}

interface Writing {
  readonly caller: Caller
  readonly status: Status
  readonly ending: Operation['ending'] | undefined
  readonly lagMs: number | undefined
}

function record(
  checkout: Checkout,
  entry: Entry,
  request: CheckedRequest,
  { caller, status, ending, lagMs }: Writing,
): string {
  const { payment } = entry
  const operation = makeOperation(payment, request, checkout.state.settings, {
    id: makeId({ int: (low, high) => randomInt(low, high + 1) }),
    nowMs: checkout.now(),
    caller,
    status,
    ...(ending && { ending }),
  })
  const after = status === 'approved' ? statusAfter(payment, operation) : payment.status
  checkout.record({ kind: 'operate', id: entry.id, operation, status: after }, lagMs)
  return operation.id
}

/** Ids only, no amounts (§7); for an invoice also its document. */
function operationResponse(
  settings: Settings,
  { action }: MoneyRequest,
  operationId: string,
  effect: boolean,
): ProviderResponse {
  const documents = { capture: { invoice: null }, credit: { creditnote: null }, delete: {} }
  const made = { transactionoperations: [{ id: operationId }], ...documents[action] }
  return success(settings, made, { effect })
}
