import { DUES, type Due, type DueSum } from '@/lib/domain/overview'

export interface DueRow {
  readonly due: Due
  readonly count: number
  readonly sums: readonly { readonly currency: string; readonly heldMinor: number }[]
}

/** What is held by how soon it must be captured, the most pressing first. */
export function dueRows(sums: readonly DueSum[]): DueRow[] {
  return DUES.map((due) => {
    const own = sums.filter((sum) => sum.due === due)
    return {
      due,
      count: own.reduce((total, { count }) => total + count, 0),
      sums: own.toSorted((a, b) => b.count - a.count),
    }
  }).filter(({ count }) => count > 0)
}
