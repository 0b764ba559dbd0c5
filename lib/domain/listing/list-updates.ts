import type { ViewCounts } from './list-view'

/** What may have changed about a list since it was drawn. */
export interface ListUpdates {
  readonly counts: ViewCounts
  /** Payments that would stand above the first row now. */
  readonly newer: number
}
