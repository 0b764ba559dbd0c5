import type { Status, Transaction } from '../transaction'

/** Sums over the events of a transaction, in minor units (fact sheet §6.4). */
export interface Totals {
  readonly authorized: number
  readonly captured: number
  readonly refunded: number
  /** True once a void released what was not captured. */
  readonly released: boolean
  readonly capturable: number
  readonly refundable: number
  /** Numbers of successful events. */
  readonly captures: number
  readonly refunds: number
  readonly voids: number
}

/**
 * Adds up the successful events. A correction replaces everything before it, including the events
 * it names (fact sheet, clarification 1).
 */
export function totalsOf(transaction: Transaction): Totals {
  let captured = capturedSilently(transaction)
  let refunded = 0
  let released = false
  let captures = 0
  let refunds = 0
  let voids = 0
  let insideCorrection: readonly string[] = []
  for (const event of transaction.events) {
    const counted = event.success && !insideCorrection.includes(event.id)
    if (event.success && event.event === 'CAPTURE') {
      captures += 1
      if (counted) captured += event.amount ?? 0
    } else if (event.success && event.event === 'REFUND') {
      refunds += 1
      if (counted) refunded += event.amount ?? 0
    } else if (event.success && event.event === 'VOID') {
      voids += 1
      released = true
    }
    if (event.correction) {
      insideCorrection = event.correction.event_ids ?? []
      const refundable = event.correction.remaining_refund_amount
      if (event.event === 'REFUND') refunded = captured - refundable
      else captured = refunded + refundable
      released ||= event.event === 'VOID' && event.correction.remaining_void_amount === 0
    }
  }
  return {
    authorized: transaction.amount,
    captured,
    refunded,
    released,
    capturable: released ? 0 : transaction.amount - captured,
    refundable: captured - refunded,
    captures: captured > 0 ? Math.max(captures, 1) : captures,
    refunds: refunded > 0 ? Math.max(refunds, 1) : refunds,
    voids,
  }
}

const WHOLLY_CAPTURED: readonly Status[] = ['CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED']

/** The amount captured without a capture event (setting `captureEventOfDirect`). */
function capturedSilently({ amount, status, events }: Transaction): number {
  const hasCaptureEvent = events.some(
    ({ event, success, correction }) =>
      event === 'CAPTURE' && (success || correction !== undefined),
  )
  return !hasCaptureEvent && WHOLLY_CAPTURED.includes(status) ? amount : 0
}
