import { and, sql, type SQL } from 'drizzle-orm'
import { oneOf } from '@/db/schema/columns'
import { transactions } from '@/db/schema/transactions'
import type { Due, DueBounds, TimeRange } from '@/lib/domain/listing/due'
import { listDeadlines } from '@/lib/domain/listing/list-deadlines'
import type { ListFilter } from '@/lib/domain/listing/list-filter'
import { HOLDING_STATUSES } from '@/lib/domain/payment/transaction'

const { status, authorizedMinor, capturedMinor, releasedMinor } = transactions

/** What is held of a payment; for those that `transactions_capture_by` has, it has this too. */
export const HELD = sql`(${authorizedMinor} - ${capturedMinor} - ${releasedMinor})`

/** Payments that hold money; the statuses are literals, as in the index. */
export const HOLDS_MONEY = sql`${oneOf(status, HOLDING_STATUSES)} and ${HELD} > 0`

/** Payments that hold money until a known time. Never null, so that `not` has all the others. */
export const HAS_DEADLINE = sql`(${HOLDS_MONEY} and ${transactions.captureBy} is not null)`

/** A moment as a parameter, so that a statement is planned once. */
export function moment(at: Date): SQL {
  return sql`${at.toISOString()}::timestamptz`
}

/** The deadlines of a range. */
export function deadlineWithin({ from, before }: TimeRange): SQL | undefined {
  return and(
    from === null ? undefined : sql`${transactions.captureBy} >= ${moment(from)}`,
    before === null ? undefined : sql`${transactions.captureBy} < ${moment(before)}`,
  )
}

/** The condition that a list's view and filters set on deadlines; undefined when they set none. */
export function deadlineCondition(
  filter: ListFilter,
  bounds: DueBounds,
  timeZone: string,
): SQL | undefined {
  if (filter.due === 'unknown') {
    // A day that no deadline has is asked for as well: there is nothing of both.
    const isUndated = filter.dueFrom === null && filter.dueTo === null
    return isUndated ? sql`${HOLDS_MONEY} and ${transactions.captureBy} is null` : sql`false`
  }
  const range = listDeadlines(filter, bounds, timeZone)
  return range === null ? undefined : and(HAS_DEADLINE, deadlineWithin(range))
}

/** The urgency of a payment that holds money. */
export function dueOfRow({ now, tomorrow, week, later }: DueBounds): SQL<Due> {
  const { captureBy } = transactions
  return sql<Due>`case
    when ${captureBy} is null then 'unknown'
    when ${captureBy} < ${moment(now)} then 'passed'
    when ${captureBy} < ${moment(tomorrow)} then 'today'
    when ${captureBy} < ${moment(week)} then 'tomorrow'
    when ${captureBy} < ${moment(later)} then 'week'
    else 'later' end`
}
