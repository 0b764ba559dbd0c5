import { and, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { ListCursor } from '@/lib/domain/listing/list-cursor'
import type { ListOrder } from './list-order'

/** A list as ranges of indexes, and the conditions on each row in them. */
export interface ListScan {
  readonly branches: readonly SQL[]
  readonly order: ListOrder
  /** The bounds of every branch besides its own. */
  readonly range: SQL | undefined
  readonly residual: SQL | undefined
  /** Rows of a branch that are examined when there is a `residual`. */
  readonly scanRows: number
}

/**
 * The first `limit` ids of the merged branches. With a residual condition no more than `scanRows`
 * of each branch are examined, so the result may end early: see `findScanEnd`. Distinct rows in the
 * order of the branches: so the branches are read side by side, and no further than is needed.
 */
export function selectScannedIds(scan: ListScan, limit: number): SQL {
  const { residual, scanRows } = scan
  const { orderBy, column } = scan.order
  const most = literal(residual === undefined ? limit : scanRows)
  const parts = scan.branches.map(
    (branch) => sql`(select * ${ofBranch(scan, branch)} limit ${most})`,
  )
  return sql`
    select distinct ${column}, id from (${sql.join(parts, sql` union all `)}) as transactions
    where ${residual ?? sql`true`} order by ${orderBy} limit ${literal(limit)}`
}

/**
 * The position where `scanRows` stops examining the branches, when that is before `until`. Null
 * when everything up to `until` is examined.
 */
export async function findScanEnd(
  database: Database,
  scan: ListScan,
  until: ListCursor | null,
): Promise<ListCursor | null> {
  const { orderBy, column, upTo } = scan.order
  const narrowed = until === null ? scan : { ...scan, range: and(scan.range, upTo(until)) }
  const ends = scan.branches.map(
    (branch) => sql`(
      select ${column} as at, ${column}, id ${ofBranch(narrowed, branch)}
      limit 1 offset ${literal(scan.scanRows - 1)}
    )`,
  )
  const [end] = await database.run((db) =>
    db.execute<{ at: Date; id: string }>(sql`
      select at, id from (${sql.join(ends, sql` union all `)}) as ends order by ${orderBy} limit 1`),
  )
  return end === undefined ? null : { at: new Date(end.at), id: end.id }
}

function ofBranch({ range, order }: ListScan, branch: SQL): SQL {
  return sql`from transactions where ${and(branch, range)} order by ${order.orderBy}`
}

/** The planner must know how few rows are wanted. */
function literal(count: number): SQL {
  return sql.raw(String(count))
}
