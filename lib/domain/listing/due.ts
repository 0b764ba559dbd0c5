import { addDays, localDay, startOfDay } from './local-day'

/** The urgency with which held money must be captured, the earliest deadline first. */
export const DUES = ['passed', 'today', 'tomorrow', 'week', 'later', 'unknown'] as const
export type Due = (typeof DUES)[number]

/** The sections of what expires, ordered by what can still be saved. */
export const DUE_SECTIONS = ['today', 'tomorrow', 'week', 'later', 'passed'] as const
export type DueSection = (typeof DUE_SECTIONS)[number]

/** Today and the days after it that make up a week. */
const WEEK_DAYS = 7

/** The moments at which one section ends and the next begins, for one reader at one moment. */
export interface DueBounds {
  readonly now: Date
  /** Midnights in the reader's time zone. */
  readonly tomorrow: Date
  readonly week: Date
  readonly later: Date
}

/** From `from` on, and before `before`; null where it is open. */
export interface TimeRange {
  readonly from: Date | null
  readonly before: Date | null
}

/** Payments that hold money to be captured by about the same time, in one currency. */
export interface DueSum {
  readonly due: Due
  readonly currency: string
  readonly count: number
  readonly heldMinor: number
}

/** The bounds of the sections; days are those of a time zone, of 23 hours or 25 where clocks turn. */
export function dueBounds(now: Date, timeZone: string): DueBounds {
  const today = localDay(now, timeZone)
  const start = (days: number): Date => startOfDay(addDays(today, days), timeZone)
  return { now, tomorrow: start(1), week: start(2), later: start(WEEK_DAYS) }
}

/** The deadlines of a section. */
export function dueRange(due: DueSection, bounds: DueBounds): TimeRange {
  const { now, tomorrow, week, later } = bounds
  const ranges: Readonly<Record<DueSection, TimeRange>> = {
    passed: { from: null, before: now },
    today: { from: now, before: tomorrow },
    tomorrow: { from: tomorrow, before: week },
    week: { from: week, before: later },
    later: { from: later, before: null },
  }
  return ranges[due]
}

/** The section of a deadline. */
export function dueOf(deadline: Date, bounds: DueBounds): DueSection {
  const isIn = (due: DueSection): boolean => {
    const { from, before } = dueRange(due, bounds)
    return (from === null || deadline >= from) && (before === null || deadline < before)
  }
  return DUE_SECTIONS.find(isIn) ?? 'later'
}

/** The moments in both of two ranges. */
export function overlap(one: TimeRange, other: TimeRange): TimeRange {
  const from =
    one.from === null || (other.from !== null && other.from > one.from) ? other.from : one.from
  const before =
    one.before === null || (other.before !== null && other.before < one.before)
      ? other.before
      : one.before
  return { from, before }
}
