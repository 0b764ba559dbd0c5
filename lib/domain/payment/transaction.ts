import { assertMinorAmount } from '@/lib/domain/money/money'

/** The amounts of a payment, all in minor units of one currency. */
export interface Totals {
  /** The amount the provider granted; raised or lowered only by an authorization update. */
  readonly authorizedMinor: number
  readonly capturedMinor: number
  readonly refundedMinor: number
  /** The amount that voids gave back to the customer. */
  readonly releasedMinor: number
}

/**
 * The part of a payment's status that only the provider knows; the rest follows from the totals.
 */
export const TRANSACTION_PHASES = [
  'initiated',
  'on_hold',
  'open',
  'declined',
  'failed',
  'unknown',
] as const
export type TransactionPhase = (typeof TRANSACTION_PHASES)[number]

export const TRANSACTION_STATUSES = [
  'initiated',
  'on_hold',
  'authorized',
  'partially_captured',
  'captured',
  'partially_captured_refunded',
  'partially_refunded',
  'refunded',
  'voided',
  'declined',
  'failed',
  'unknown',
] as const
export type TransactionStatus = (typeof TRANSACTION_STATUSES)[number]

/** The statuses in which something is still held and can be captured. */
export const HOLDING_STATUSES = [
  'authorized',
  'partially_captured',
  'partially_captured_refunded',
] as const satisfies readonly TransactionStatus[]

/** The statuses in which a part was captured and the rest is held. */
export const REST_STATUSES = [
  'partially_captured',
  'partially_captured_refunded',
] as const satisfies readonly TransactionStatus[]

/** The amount still held: authorized − captured − released. */
export function heldMinor(totals: Totals): number {
  return totals.authorizedMinor - totals.capturedMinor - totals.releasedMinor
}

/** The amount that can still be refunded: captured − refunded. */
export function refundableMinor(totals: Totals): number {
  return totals.capturedMinor - totals.refundedMinor
}

/** The reason why the totals are no amounts, or null: they must be whole and not negative (I1). */
export function findTotalsProblem(totals: Totals): string | null {
  for (const [name, amount] of Object.entries(totals)) {
    if (!Number.isSafeInteger(amount)) return `${name} is not a whole number of minor units`
    if (amount < 0) return `${name} is negative`
  }
  return null
}

/** A way in which the figures of a payment contradict each other. */
export type Contradiction = 'captured_exceeds_authorized' | 'refunded_exceeds_captured'

/**
 * The contradiction between the totals, or null (I1): captured and released exceed authorized, or
 * refunded and charged back exceed captured. Such figures are shown as the provider reports them,
 * and no operation is offered on them.
 */
export function findContradiction(totals: Totals): Contradiction | null {
  if (heldMinor(totals) < 0) return 'captured_exceeds_authorized'
  return refundableMinor(totals) < 0 ? 'refunded_exceeds_captured' : null
}

/**
 * The status staff see. It follows from the amounts wherever amounts suffice, because providers
 * name the same situation differently and leave some situations without a name. Amounts that
 * contradict each other say nothing: the status is unknown.
 */
export function deriveStatus(phase: TransactionPhase, totals: Totals): TransactionStatus {
  if (phase !== 'open') return phase
  assertMinorAmount(totals.authorizedMinor, 'authorized amount')
  if (findContradiction(totals) !== null) return 'unknown'
  const held = heldMinor(totals)
  if (totals.capturedMinor === 0)
    return totals.releasedMinor > 0 && held === 0 ? 'voided' : 'authorized'
  if (totals.refundedMinor === 0) return held > 0 ? 'partially_captured' : 'captured'
  if (held > 0) return 'partially_captured_refunded'
  return refundableMinor(totals) === 0 ? 'refunded' : 'partially_refunded'
}

/**
 * The changes that others can still make to a payment: all while money is held or to be granted, or
 * its amounts contradict each other; only refunds once all is captured, none when it is over.
 */
export function remaining(phase: TransactionPhase, totals: Totals): 'held' | 'captured' | 'over' {
  if (phase === 'declined' || phase === 'failed') return 'over'
  if (phase !== 'open' || heldMinor(totals) > 0) return 'held'
  if (findContradiction(totals) !== null) return 'held'
  return refundableMinor(totals) > 0 ? 'captured' : 'over'
}
