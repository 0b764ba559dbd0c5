import type { Totals } from '@/lib/domain/transaction'
import type { DinteroEvent, DinteroTransaction } from './schema'

/** Statuses that say the authorization was never granted, or that nobody knows. */
const NOT_GRANTED = new Set(['INITIATED', 'ON_HOLD', 'DECLINED', 'FAILED', 'UNKNOWN'])

interface Sums {
  captured: number
  refunded: number
  released: number
}

/**
 * Authorized, captured, refunded and released, which Dintero doesn't give but which follow from
 * the events (fact sheet §6.4). A correction replaces everything before it; events it names are
 * already inside its amounts (clarification 1).
 */
export function deriveTotals(transaction: DinteroTransaction): Totals {
  if (NOT_GRANTED.has(transaction.status)) {
    return { authorizedMinor: 0, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }
  }
  const events = transaction.events ?? []
  const corrected = events.findLastIndex((event) => event.correction !== undefined)
  const sums: Sums =
    corrected === -1
      ? { captured: 0, refunded: 0, released: 0 }
      : sumsAtCorrection(transaction.amount, events, corrected)
  const included = new Set(events[corrected]?.correction?.event_ids)
  for (const event of events.slice(corrected + 1)) {
    if (!included.has(event.id)) apply(event, sums, transaction.amount)
  }
  fillFromStatus(transaction, events, sums)
  return {
    authorizedMinor: transaction.amount,
    capturedMinor: sums.captured,
    refundedMinor: sums.refunded,
    releasedMinor: sums.released,
  }
}

function apply(event: DinteroEvent, sums: Sums, authorized: number): void {
  if (event.success !== true) return
  if (event.event === 'CAPTURE') sums.captured += event.amount ?? 0
  if (event.event === 'REFUND') sums.refunded += event.amount ?? 0
  if (event.event === 'VOID') sums.released = authorized - sums.captured
}

function sumsAtCorrection(
  authorized: number,
  events: readonly DinteroEvent[],
  corrected: number,
): Sums {
  const event = events[corrected]
  const correction = event?.correction
  const sums: Sums = { captured: 0, refunded: 0, released: 0 }
  if (event === undefined || correction === undefined) return sums
  const included = new Set(correction.event_ids)
  for (const [index, earlier] of events.entries()) {
    if (index < corrected || included.has(earlier.id)) apply(earlier, sums, authorized)
  }
  if (event.event.endsWith('REFUND')) {
    sums.refunded = sums.captured - correction.remaining_refund_amount
  } else {
    sums.captured = sums.refunded + correction.remaining_refund_amount
  }
  const held = Math.max(correction.remaining_capture_amount, correction.remaining_void_amount)
  sums.released = authorized - sums.captured - held
  return sums
}

/** Methods without an authorization phase reach a final status with no event of their own. */
function fillFromStatus(
  transaction: DinteroTransaction,
  events: readonly DinteroEvent[],
  sums: Sums,
): void {
  const has = (name: string): boolean => events.some((event) => event.event.endsWith(name))
  if (transaction.status === 'CAPTURED' && !has('CAPTURE')) sums.captured = transaction.amount
  if (transaction.status === 'AUTHORIZATION_VOIDED' && !has('VOID')) {
    sums.released = transaction.amount
  }
}
