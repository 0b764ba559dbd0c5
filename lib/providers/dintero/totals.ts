import type { Totals } from '@/lib/domain/payment/transaction'
import type { DinteroEvent, DinteroTransaction } from './schema'

/** Statuses that say the authorization was never granted, or may not have been. */
const NOT_GRANTED = new Set(['INITIATED', 'ON_HOLD', 'DECLINED', 'FAILED', 'UNKNOWN'])

/**
 * Authorized, captured, refunded and released, which Dintero doesn't give but which follow from
 * the events (fact sheet §6.4).
 */
export function deriveTotals(transaction: DinteroTransaction): Totals {
  if (NOT_GRANTED.has(transaction.status)) {
    return { authorizedMinor: 0, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }
  }
  const { captured, refunded, released } =
    sumsAfterEach(transaction).at(-1) ?? sumsBefore(transaction)
  return {
    authorizedMinor: transaction.amount,
    capturedMinor: captured,
    refundedMinor: refunded,
    releasedMinor: released,
  }
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

/** The amounts before the first event. */
export function sumsBefore({ amount, status, events = [] }: DinteroTransaction): Sums {
  // Methods without an authorization phase reach a final status with no event that says how.
  const isReported = (name: string): boolean =>
    events.some(
      ({ event, success, correction }) =>
        (event === name && success === true) || (event.endsWith(name) && correction !== undefined),
    )
  if (WHOLLY_CAPTURED.has(status) && !isReported('CAPTURE')) return { ...NOTHING, captured: amount }
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
      return { ...sums, released: authorized - sums.captured }
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
  return { captured, refunded, released: held > 0 ? 0 : authorized - captured }
}
