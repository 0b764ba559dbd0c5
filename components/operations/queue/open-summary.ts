import type { OpenState } from '@/lib/domain/operation/outcome'
import type { OpenOperationSum } from '@/lib/domain/view/operation-detail'

/** The open states, those that need a person first. */
const STATES_BY_WEIGHT: readonly OpenState[] = [
  'needs_review',
  'unknown',
  'pending',
  'sending',
  'intended',
]

export interface OpenSummary {
  readonly state: OpenState
  readonly count: number
  /** One sum a currency: amounts of different currencies are never added up. */
  readonly sums: readonly { readonly currency: string; readonly amountMinor: number }[]
}

/**
 * Every open state with its count and sums, the most urgent first, also those with no operation.
 */
export function openSummaries(rows: readonly OpenOperationSum[]): readonly OpenSummary[] {
  return STATES_BY_WEIGHT.map((state) => {
    const own = rows.filter((row) => row.state === state)
    return {
      state,
      count: own.reduce((total, row) => total + row.count, 0),
      sums: own
        .map(({ currency, amountMinor }) => ({ currency, amountMinor }))
        .sort((one, other) => (one.currency < other.currency ? -1 : 1)),
    }
  })
}

/** The number of operations that a filter covers; null is every open state. */
export function countOf(summaries: readonly OpenSummary[], state: OpenState | null): number {
  return summaries
    .filter((summary) => state === null || summary.state === state)
    .reduce((total, summary) => total + summary.count, 0)
}
