import { isOpen } from '@/lib/domain/operation/outcome'
import { heldMinor, type Totals } from '@/lib/domain/payment/transaction'
import { totalsAfter } from '@/lib/domain/rules/totals-after'
import type { OperationDetail } from '@/lib/domain/view/operation-detail'

type TotalName = 'authorized' | 'captured' | 'refunded' | 'released' | 'held'

export interface TotalChange {
  readonly name: TotalName
  readonly beforeMinor: number
  readonly nowMinor: number
  readonly changeMinor: number
}

const FIGURES: readonly (readonly [name: TotalName, of: (totals: Totals) => number])[] = [
  ['authorized', (totals) => totals.authorizedMinor],
  ['captured', (totals) => totals.capturedMinor],
  ['refunded', (totals) => totals.refundedMinor],
  ['released', (totals) => totals.releasedMinor],
  ['held', heldMinor],
]

/** Each figure of a payment then and now. */
export function totalsChanges(before: Totals, now: Totals): readonly TotalChange[] {
  return FIGURES.map(([name, of]) => ({
    name,
    beforeMinor: of(before),
    nowMinor: of(now),
    changeMinor: of(now) - of(before),
  }))
}

export function isUnchanged(changes: readonly TotalChange[]): boolean {
  return changes.every(({ changeMinor }) => changeMinor === 0)
}

/**
 * The totals as this operation alone left them: moved by it where it was done, the same as before
 * where it was not. Null while that is open: then only the present ones are known.
 */
export function ownTotals(
  detail: Pick<OperationDetail, 'operation' | 'totalsBefore' | 'flags' | 'correction'>,
): Totals | null {
  const { operation, totalsBefore: totals, flags, correction } = detail
  const { state, kind, amountMinor } = operation
  if (isOpen(state)) return null
  const isDone = state === 'succeeded' || correction !== null
  return isDone ? totalsAfter(kind, { totals, flags }, amountMinor) : totals
}
