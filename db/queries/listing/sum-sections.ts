import { and, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { withinScope } from '@/db/queries/within-scope'
import { oneOf } from '@/db/schema/columns'
import { transactions } from '@/db/schema/transactions'
import { LIMITS } from '@/lib/config/limits'
import { dueBounds, type DueSum } from '@/lib/domain/listing/due'
import { listDeadlines } from '@/lib/domain/listing/list-deadlines'
import { createdCondition, residualCondition } from './list-conditions'
import { deadlineWithin, dueOfRow, HAS_DEADLINE, HELD } from './list-deadline'
import type { TransactionFilter } from './list-page'

interface ExaminedSum extends DueSum, Record<string, unknown> {
  readonly examined: number
}

/**
 * The number of payments and the money held in each section of what expires, whatever section or
 * page is shown, narrowed by the other filters. Null where that is not known at a bounded cost: of
 * a search, and when the filters have more rows to test than one page may.
 */
export async function sumSections(
  database: Database,
  filter: TransactionFilter,
): Promise<readonly DueSum[] | null> {
  if (filter.search !== null) return null
  const { scope, timeZone, now, statuses } = filter
  const bounds = dueBounds(now, timeZone)
  const days = listDeadlines({ ...filter, view: 'all', due: null }, bounds, timeZone)
  const listed = and(
    HAS_DEADLINE,
    days === null ? undefined : deadlineWithin(days),
    withinScope(scope, transactions.connectionId),
  )
  const narrowed = and(
    statuses.length === 0 ? undefined : oneOf(transactions.status, statuses),
    createdCondition(filter, timeZone),
    residualCondition(filter),
  )
  const most = narrowed === undefined ? null : LIMITS.list.scanRows
  const passes = narrowed ?? sql`true`
  const rows = await database.run((db) =>
    db.execute<ExaminedSum>(sql`
      select
        ${dueOfRow(bounds)} as due, currency, count(*)::int as examined,
        (count(*) filter (where ${passes}))::int as count,
        coalesce(sum(${HELD}) filter (where ${passes}), 0)::float8 as "heldMinor"
      from (
        select * from transactions where ${listed}
        ${most === null ? sql`` : sql`limit ${sql.raw(String(most + 1))}`}
      ) as transactions
      group by 1, 2`),
  )
  const examined = rows.reduce((total, row) => total + row.examined, 0)
  if (most !== null && examined > most) return null
  return rows
    .filter(({ count }) => count > 0)
    .map(({ due, currency, count, heldMinor }) => ({ due, currency, count, heldMinor }))
}
