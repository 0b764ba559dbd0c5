import { heldMinor, type Totals } from '@/lib/domain/payment/transaction'

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
