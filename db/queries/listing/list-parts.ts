import { and, sql, type SQL } from 'drizzle-orm'
import { withinScope } from '@/db/queries/within-scope'
import { oneOf } from '@/db/schema/columns'
import { transactions } from '@/db/schema/transactions'
import type { Scope } from '@/lib/domain/access/scope'
import { dueRange, overlap, type DueBounds, type TimeRange } from '@/lib/domain/listing/due'
import type { ListPart } from '@/lib/domain/listing/list-cursor'
import { listDeadlines, sortOf } from '@/lib/domain/listing/list-deadlines'
import type { ListFilter } from '@/lib/domain/listing/list-filter'
import { VIEW_STATUSES } from '@/lib/domain/listing/list-view'
import { HOLDING_STATUSES, type TransactionStatus } from '@/lib/domain/payment/transaction'
import { branchesOf } from './list-branches'
import { createdCondition } from './list-conditions'
import { deadlineCondition, deadlineWithin, HAS_DEADLINE } from './list-deadline'
import { EARLIEST_DEADLINE, LATEST_DEADLINE, NEWEST, OLDEST, type ListOrder } from './list-order'

/** A part of a list that is in one order. The list is its parts, one after the other. */
export interface OrderedPart {
  readonly name: ListPart
  readonly order: ListOrder
  /** Ranges of an index in this order, for a scope; see `branchesOf`. */
  readonly branches: (scope: Scope) => readonly SQL[]
  /** The bounds of every branch besides its own. */
  readonly range: SQL | undefined
  /** The conditions that are tested row by row. */
  readonly residual: SQL | undefined
  /** The condition of the part on deadlines, for when another index leads to its payments. */
  readonly condition: SQL | undefined
}

interface Listed {
  readonly filter: ListFilter
  readonly bounds: DueBounds
  /** In which days are those of the reader. */
  readonly timeZone: string
}

/**
 * The parts of a list in its order. By deadline: what can still be saved, the earliest deadline
 * first; what has passed, the latest first; what has no deadline, the newest first. A part that
 * the filters leave nothing of is left out.
 */
export function partsOf(listed: Listed): readonly OrderedPart[] {
  const { filter, bounds, timeZone } = listed
  const created = createdCondition(filter, timeZone)
  const sort = sortOf(filter)
  if (sort !== 'deadline') {
    const condition = deadlineCondition(filter, bounds, timeZone)
    const statuses = condition === undefined ? filter.statuses : holdingOf(filter)
    if (condition !== undefined && statuses.length === 0) return []
    const { view } = filter
    return [
      {
        name: sort,
        order: sort === 'newest' ? NEWEST : OLDEST,
        branches: (scope) => branchesOf({ view, statuses }, scope),
        range: created,
        residual: condition,
        condition,
      },
    ]
  }
  const wanted = listDeadlines(filter, bounds, timeZone)
  const undated: OrderedPart = {
    name: 'undated',
    order: NEWEST,
    branches: (scope) => branchesOf(filter, scope),
    range: created,
    residual: sql`not ${HAS_DEADLINE}`,
    condition: sql`not ${HAS_DEADLINE}`,
  }
  const parts = [
    datedPart(listed, { from: bounds.now, before: null }),
    datedPart(listed, dueRange('passed', bounds)),
    wanted === null ? undated : null,
  ]
  return parts.filter((part) => part !== null)
}

/** The payments of a list whose deadlines are to come, or have passed; null where there are none. */
function datedPart({ filter, bounds, timeZone }: Listed, side: TimeRange): OrderedPart | null {
  const { view } = filter
  const wanted = listDeadlines(filter, bounds, timeZone)
  const range = wanted === null ? side : overlap(wanted, side)
  const isEmpty = range.from !== null && range.before !== null && range.from >= range.before
  const statuses = holdingOf(filter)
  if (isEmpty || statuses.length === 0) return null
  const isUpcoming = side.before === null
  const condition = sql`${and(HAS_DEADLINE, deadlineWithin(range))}`
  const isEvery = statuses.length === HOLDING_STATUSES.length
  return {
    name: isUpcoming ? 'upcoming' : 'passed',
    order: isUpcoming ? EARLIEST_DEADLINE : LATEST_DEADLINE,
    branches: (scope) =>
      view === 'attention'
        ? branchesOf({ view, statuses }, scope).map((reason) => sql`${reason} and ${condition}`)
        : [sql`${and(condition, withinScope(scope, transactions.connectionId))}`],
    range: undefined,
    residual: and(
      createdCondition(filter, timeZone),
      isEvery || view === 'attention' ? undefined : oneOf(transactions.status, statuses),
    ),
    condition,
  }
}

/** The statuses of a list in which money is held. */
function holdingOf({ view, statuses }: ListFilter): readonly TransactionStatus[] {
  const listed = statuses.length > 0 ? statuses : VIEW_STATUSES[view]
  return HOLDING_STATUSES.filter((status) => listed.includes(status))
}
