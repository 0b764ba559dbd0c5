import { and, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import { withinScope } from '@/db/queries/within-scope'
import { dueBounds } from '@/lib/domain/listing/due'
import type { ListCursor } from '@/lib/domain/listing/list-cursor'
import { viewCondition } from './list-branches'
import {
  createdCondition,
  namedCondition,
  residualCondition,
  searchCondition,
} from './list-conditions'
import { deadlineCondition } from './list-deadline'
import type { TransactionFilter } from './list-page'
import { readTypedSearch } from './read-typed-search'

/**
 * The number of payments of a list that were made after its newest one that was shown. Counting
 * stops at the cap, and one call examines at most one page's share of rows. A search that names
 * payments counts only the named ones, unless it is to look anywhere.
 */
export async function countNewer(
  database: Database,
  filter: Omit<TransactionFilter, 'cursor'>,
  newest: ListCursor,
): Promise<number> {
  const { countCap, scanRows } = LIMITS.list
  const search = await readTypedSearch(database, filter.scope, filter.search)
  const wanted = and(
    viewCondition(filter),
    deadlineCondition(filter, dueBounds(filter.now, filter.timeZone), filter.timeZone),
    createdCondition(filter, filter.timeZone),
    residualCondition(filter),
    withinScope(filter.scope, sql`connection_id`),
    search === null || search.name === null || filter.anywhere
      ? searchCondition(search)
      : namedCondition(search),
  )
  const [row] = await database.run((db) =>
    db.execute<{ count: number }>(sql`
      select count(*)::int as count from (
        select 1 from (
          select * from transactions
          where (provider_created_at, id) > (${newest.at.toISOString()}::timestamptz, ${newest.id}::uuid)
          order by provider_created_at desc nulls last, id desc nulls last
          limit ${sql.raw(String(scanRows))}
        ) as transactions
        where ${wanted ?? sql`true`}
        limit ${sql.raw(String(countCap + 1))}
      ) as newer`),
  )
  return row?.count ?? 0
}
