import { findContradiction, heldMinor, REST_STATUSES } from '@/lib/domain/payment/transaction'
import type { Situation } from './capability'

/**
 * True where a part was captured and the rest is held, so that a person decides what becomes of it;
 * not while an operation is under way, nor while the figures contradict each other.
 */
export function isRestHeld(
  payment: Pick<Situation, 'status' | 'totals' | 'openOperation'>,
): boolean {
  const { status, totals, openOperation } = payment
  return (
    openOperation === null &&
    REST_STATUSES.some((known) => known === status) &&
    findContradiction(totals) === null &&
    heldMinor(totals) > 0
  )
}
