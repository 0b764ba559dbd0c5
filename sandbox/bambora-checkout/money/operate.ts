import { randomInt } from 'node:crypto'
import type { Answer, Directives } from '../../calls/answer'
import type { Checkout } from '../checkout'
import type { Entry } from '../entry'
import { makeId } from '../ids'
import { BY_ACQUIRER, failure, success } from '../meta'
import type { Operation, Payment, Status } from '../payment'
import type { Switches } from '../switches'
import { behaviourOf } from './behaviour'
import { checkRequest } from './check-request'
import { makeOperation, statusAfter, type Caller } from './make-operation'
import { scheduleEnding } from './pending'
import type { CheckedRequest, MoneyRequest } from './request'

/** What becomes of a write that passed all checks. */
type Outcome =
  | { readonly kind: 'done'; readonly lost?: 'drop' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'declined' }
  | {
      readonly kind: 'accepted'
      readonly afterMs: number
      readonly as: 'done' | 'refused' | 'never'
    }

/**
 * Carries out a capture, credit or delete (fact sheet §7) in one go: between the checks and the
 * journal nothing else can happen, so a second call always sees the first.
 */
export function operate(
  checkout: Checkout,
  entry: Entry,
  request: MoneyRequest,
  caller: Caller,
  directives: Directives,
): Answer {
  const { switches } = checkout.book
  const checked = checkRequest(entry.payment, request, switches)
  if ('refusal' in checked) return failure(switches, checked.refusal)
  const outcome = decide(entry.payment, checked, switches, directives)
  const write = (status: Status, ending?: Operation['ending']): string =>
    record(checkout, entry, checked, { caller, status, ending, lagMs: directives.lagMs })
  switch (outcome.kind) {
    case 'refused':
      if (switches.declinedInHistory) write('declined')
      return failure(switches, BY_ACQUIRER)
    case 'declined':
      return madeAnswer(switches, request, write('declined'), false)
    case 'accepted': {
      const id = write('pending', { atMs: checkout.now() + outcome.afterMs, as: outcome.as })
      scheduleEnding(checkout, entry, id)
      return madeAnswer(switches, request, id, false)
    }
    case 'done': {
      const answer = madeAnswer(switches, request, write('approved'), true)
      return outcome.lost ? { ...answer, lost: outcome.lost } : answer
    }
  }
}

function decide(
  payment: Payment,
  { action }: MoneyRequest,
  switches: Switches,
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
      return { kind: 'accepted', afterMs: switches.pendingMs, as: 'done' }
    case 'pending-refused':
      return { kind: 'accepted', afterMs: switches.pendingMs, as: 'refused' }
    case 'timeout':
      return { kind: 'done', lost: 'drop' }
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
  const operation = makeOperation(payment, request, checkout.book.switches, {
    ...{ id: makeId({ int: (low, high) => randomInt(low, high + 1) }), nowMs: checkout.now() },
    ...{ caller, status, ...(ending && { ending }) },
  })
  const after = status === 'approved' ? statusAfter(payment, operation) : payment.status
  checkout.record({ kind: 'operate', id: entry.id, operation, status: after }, lagMs)
  return operation.id
}

/** Ids only, no amounts (§7); for an invoice also its document. */
function madeAnswer(
  switches: Switches,
  { action }: MoneyRequest,
  operationId: string,
  effect: boolean,
): Answer {
  const documents = { capture: { invoice: null }, credit: { creditnote: null }, delete: {} }
  const made = { transactionoperations: [{ id: operationId }], ...documents[action] }
  return success(switches, made, { effect })
}
