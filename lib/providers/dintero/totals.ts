import type { Totals } from '@/lib/domain/payment/transaction'
import type { DinteroEvent, DinteroTransaction } from './schema'

/** Statuses that say the authorization was never granted, or may not have been. */
const NOT_GRANTED = new Set(['INITIATED', 'ON_HOLD', 'DECLINED', 'FAILED', 'UNKNOWN'])

/** True when the customer's payment was granted; without a status, the events have to say so. */
export function isGranted({ status, events = [] }: DinteroTransaction): boolean {
  if (status !== undefined) return !NOT_GRANTED.has(status)
  return events.some(({ event, success }) => event === 'AUTHORIZE' && success === true)
}

/**
 * Authorized, captured, refunded and released, which Dintero doesn't give but which follow from
 * the events (fact sheet §6.4).
 */
export function deriveTotals(transaction: DinteroTransaction): Totals {
  if (!isGranted(transaction)) {
    return { authorizedMinor: 0, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }
  }
  const { captured, refunded, released } = sumsAfterAll(transaction)
  return {
    authorizedMinor: transaction.amount,
    capturedMinor: captured,
    refundedMinor: refunded,
    releasedMinor: released,
  }
}

/** Statuses that are reached by events, which alone tell how much was moved (§6.2). */
const TOLD_BY_EVENTS: Readonly<Record<string, readonly (keyof Sums)[]>> = {
  PARTIALLY_CAPTURED: ['captured'],
  PARTIALLY_REFUNDED: ['refunded'],
  PARTIALLY_CAPTURED_REFUNDED: ['captured', 'refunded'],
  PARTICALLY_CAPTURED_REFUNDED: ['captured', 'refunded'],
  REFUNDED: ['refunded'],
}

/**
 * The reason why a payment's events do not tell what was moved: one of them has another one's id, a
 * success names no amount, they are not there at all, or the status says otherwise. Null when they
 * do.
 */
export function findEventsProblem(transaction: DinteroTransaction): string | null {
  const { status = '', events } = transaction
  const statedSums = Object.hasOwn(TOLD_BY_EVENTS, status) ? (TOLD_BY_EVENTS[status] ?? []) : []
  if (events === undefined) {
    return statedSums.length > 0 ? 'it has no events, which tell what was moved' : null
  }
  const ids = new Set(events.map(({ id }) => id))
  if (ids.size < events.length) return 'two events have the same id'
  const vague = events.find(
    ({ event, success, amount: moved }) =>
      ['CAPTURE', 'REFUND'].includes(event) &&
      success === true &&
      !(moved !== undefined && moved >= 0),
  )
  if (vague !== undefined) return `event ${vague.id} does not say how much it moved`
  const sums = sumsAfterAll(transaction)
  const missing = statedSums.find((sum) => sums[sum] <= 0)
  if (missing !== undefined) {
    return `the status ${status} says that money was ${missing}, and the events do not`
  }
  return !isGranted(transaction) && (sums.captured > 0 || sums.refunded > 0)
    ? `the status ${status} says that nothing was granted, and the events show money that was moved`
    : null
}

/** The amounts moved up to some event, in minor units. */
export interface Sums {
  readonly captured: number
  readonly refunded: number
  readonly released: number
}

/** Statuses that only a payment reaches of which everything was captured (§6.2). */
const WHOLLY_CAPTURED = new Set(['CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED'])

const NOTHING: Sums = { captured: 0, refunded: 0, released: 0 }

/**
 * The sums after each event, in the order given (fact sheet §6.4). A correction replaces everything
 * before it; events that it names are already inside its amounts (clarification 1).
 */
export function sumsAfterEach(transaction: DinteroTransaction): readonly Sums[] {
  const { amount: authorized, events = [] } = transaction
  const included = new Set<string>()
  let sums = sumsBefore(transaction)
  return events.map((event, index) => {
    const { correction } = event
    if (correction === undefined) {
      if (!included.has(event.id)) sums = applied(event, sums, authorized)
      return sums
    }
    const named = new Set(correction.event_ids)
    for (const later of events.slice(index + 1)) {
      if (named.has(later.id)) sums = applied(later, sums, authorized)
    }
    for (const id of named) included.add(id)
    sums = corrected(event.event, correction, sums, authorized)
    return sums
  })
}

function sumsAfterAll(transaction: DinteroTransaction): Sums {
  return sumsAfterEach(transaction).at(-1) ?? sumsBefore(transaction)
}

/** The amounts before the first event. */
export function sumsBefore({ amount, status, events = [] }: DinteroTransaction): Sums {
  // Methods without an authorization phase reach a final status with no event that says how.
  const isReported = (name: string): boolean =>
    events.some(
      ({ event, success, correction }) =>
        (event === name && success === true) || (event.endsWith(name) && correction !== undefined),
    )
  if (WHOLLY_CAPTURED.has(status ?? '') && !isReported('CAPTURE')) {
    const isRefunded = status === 'REFUNDED' && !isReported('REFUND')
    return { ...NOTHING, captured: amount, refunded: isRefunded ? amount : 0 }
  }
  if (status === 'AUTHORIZATION_VOIDED' && !isReported('VOID'))
    return { ...NOTHING, released: amount }
  return NOTHING
}

function applied(event: DinteroEvent, sums: Sums, authorized: number): Sums {
  if (event.success !== true) return sums
  const amount = event.amount ?? 0
  switch (event.event) {
    case 'CAPTURE':
      return { ...sums, captured: sums.captured + amount }
    case 'REFUND':
      return { ...sums, refunded: sums.refunded + amount }
    case 'VOID':
      return { ...sums, released: Math.max(0, authorized - sums.captured) }
    default:
      return sums
  }
}

function corrected(
  name: string,
  correction: NonNullable<DinteroEvent['correction']>,
  sums: Sums,
  authorized: number,
): Sums {
  const left = correction.remaining_refund_amount
  const isRefund = name.endsWith('REFUND')
  const captured = isRefund ? sums.captured : sums.refunded + left
  const refunded = isRefund ? sums.captured - left : sums.refunded
  const held = Math.max(correction.remaining_capture_amount, correction.remaining_void_amount)
  // The rest is released whole or not at all; what is held may have been raised since.
  return { captured, refunded, released: held > 0 ? 0 : Math.max(0, authorized - captured) }
}
