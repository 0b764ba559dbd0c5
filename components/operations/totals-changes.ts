import { heldMinor, type Totals } from '@/lib/domain/transaction'

export interface TotalChange {
  readonly name: string
  readonly beforeMinor: number
  readonly nowMinor: number
  readonly changeMinor: number
}

const FIGURES: readonly (readonly [name: string, of: (totals: Totals) => number])[] = [
  ['Authorized', (totals) => totals.authorizedMinor],
  ['Captured', (totals) => totals.capturedMinor],
  ['Refunded', (totals) => totals.refundedMinor],
  ['Released', (totals) => totals.releasedMinor],
  ['Still held', heldMinor],
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
