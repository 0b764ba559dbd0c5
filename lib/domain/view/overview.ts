/** Today and the days before it that are shown. */
export const OVERVIEW_DAYS = 30

/** Money moved on one calendar day of the business, by us or others. */
export interface DayMovement {
  /** "2026-09-03" */
  readonly day: string
  readonly currency: string
  readonly kind: 'capture' | 'refund'
  readonly count: number
  readonly amountMinor: number
}

/** Refunds made here for the same reason. */
export interface ReasonSum {
  /** In the words of who picked it; null where none was given. */
  readonly reason: string | null
  readonly currency: string
  readonly count: number
  readonly amountMinor: number
}
