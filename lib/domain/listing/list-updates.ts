import type { ViewCounts } from './list-view'

/** Possible changes to a list since it was rendered. */
export interface ListUpdates {
  readonly counts: ViewCounts
  /** Payments that would stand above the first row now. */
  readonly newer: number
}
