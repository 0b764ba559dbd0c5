import {
  DUE_SECTIONS,
  dueOf,
  type DueBounds,
  type DueSection,
  type DueSum,
} from '@/lib/domain/listing/due'
import type { CurrencySum } from '@/lib/domain/money/currency-sum'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'

/** The sections of a list of what expires. */
export interface ListSections {
  readonly bounds: DueBounds
  /** The whole of each section, whatever page is shown; null where it is not known. */
  readonly sums: readonly DueSum[] | null
  /** The section in which the page before ended; null on the first page. */
  readonly begun: DueSection | null
}

/** The number of payments in a section and what they hold in each currency. */
export interface SectionTotal {
  readonly count: number
  readonly sums: readonly CurrencySum[]
}

/** The total of a section, currencies always in one order; null where it is not known. */
export function sectionTotal(due: DueSection, sums: readonly DueSum[] | null): SectionTotal | null {
  if (sums === null) return null
  const own = sums
    .filter((sum) => sum.due === due)
    .toSorted((a, b) => a.currency.localeCompare(b.currency))
  return {
    count: own.reduce((total, { count }) => total + count, 0),
    sums: own.map(({ currency, heldMinor }) => ({ currency, amountMinor: heldMinor })),
  }
}

export interface RowGroup<R> {
  /** Null where the list has no sections. */
  readonly due: DueSection | null
  readonly rows: readonly R[]
}

/** The rows of a page by section, in the order of the page. */
export function groupRows(
  rows: readonly TransactionListRow[],
  sections: ListSections | null,
): readonly RowGroup<TransactionListRow>[] {
  if (sections === null) return [{ due: null, rows }]
  const dueOfRow = ({ captureDeadline }: TransactionListRow): DueSection =>
    captureDeadline === null ? 'later' : dueOf(captureDeadline.at, sections.bounds)
  return DUE_SECTIONS.map((due) => ({
    due,
    rows: rows.filter((row) => dueOfRow(row) === due),
  })).filter((group) => group.rows.length > 0)
}
