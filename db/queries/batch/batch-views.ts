import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'
import { withinScope } from '@/db/queries/within-scope'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import {
  ROW_STATES,
  ROW_VERDICTS,
  type BatchView,
  type RowState,
  type RowVerdict,
} from '@/lib/domain/batch/batch'
import { decodeCursor, encodeCursor, isUuid } from '@/lib/domain/listing/list-cursor'
import { rowShown } from './row-shown'

type Reader = Pick<Actor, 'userId' | 'scope'>

interface BatchRow extends Record<string, unknown>, Omit<BatchView, 'verdicts' | 'states'> {
  readonly verdicts: Partial<Record<RowVerdict, number>>
  readonly states: Partial<Record<RowState, number>>
}

/** A page of batches, the newest first. `after` is the `next` of the page before. */
export async function listBatches(
  database: Database,
  actor: Reader,
  after: string | null,
): Promise<{ readonly batches: readonly BatchView[]; readonly next: string | null }> {
  const size = LIMITS.batch.batchesShown
  const cursor = after === null ? null : decodeCursor(after)
  const beyond =
    cursor === null
      ? sql`true`
      : sql`(batch.created_at, batch.id) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)`
  const rows = await selectBatches(
    database,
    actor,
    sql`batch.state <> 'discarded' and ${beyond}`,
    size + 1,
  )
  const batches = rows.slice(0, size).map(batchView)
  const last = batches.at(-1)
  if (rows.length <= size || last === undefined) return { batches, next: null }
  return { batches, next: encodeCursor({ at: new Date(last.createdAt), id: last.id }) }
}

/** One batch, or null when there is none with this id. */
export async function findBatch(
  database: Database,
  actor: Reader,
  id: string,
): Promise<BatchView | null> {
  if (!isUuid(id)) return null
  const [row] = await selectBatches(database, actor, sql`batch.id = ${id}::uuid`, 1)
  return row === undefined ? null : batchView(row)
}

/**
 * One statement, so that the counts of a batch are from the same moment. Rows are counted whoever reads
 * it; sums are those of payments that the reader sees.
 */
function selectBatches(
  database: Database,
  { userId, scope }: Reader,
  condition: SQL,
  limit: number,
): Promise<readonly BatchRow[]> {
  return database.run((db) =>
    db.execute<BatchRow>(sql`
      with page as (
        select * from batches as batch where ${condition}
        order by created_at desc, id desc limit ${limit}
      )
      select page.id, page.kind, page.state, page.source, page.file_name as "fileName", page.reason,
        page.actor_name as "actorName", page.actor_id = ${userId}::uuid as "isOwn",
        ${isoTime(sql`page.created_at`)} as "createdAt",
        ${isoTime(sql`page.started_at`)} as "startedAt",
        ${isoTime(sql`page.ended_at`)} as "endedAt",
        page.stop_percent as "stopPercent",
        (select count(*)::int from batch_rows where batch_id = page.id) as rows,
        (
          select count(*)::int from batch_rows as item
          where item.batch_id = page.id and not ${rowShown({ userId, scope }, sql`page.actor_id`)}
        ) as "hiddenRows",
        ${countsBy(sql`verdict`)} as verdicts,
        ${countsBy(sql`state`)} as states,
        (
          select coalesce(jsonb_object_agg(counted.name, counted.rows), '{}') from (
            select operations.state as name, count(*)::int as rows
            from batch_rows join operations on operations.id = batch_rows.operation_id
            where batch_rows.batch_id = page.id and batch_rows.state = 'operated'
            group by operations.state
          ) as counted
        ) as operations,
        (
          select coalesce(jsonb_agg(counted order by currency, provider), '[]') from (
            select batch_rows.currency, connections.provider, count(*)::int as rows,
              sum(amount_minor)::bigint as "amountMinor"
            from batch_rows join connections on connections.id = batch_rows.connection_id
            where batch_rows.batch_id = page.id and batch_rows.state <> 'excluded'
              and ${withinScope(scope, sql`batch_rows.connection_id`) ?? sql`true`}
            group by batch_rows.currency, connections.provider
          ) as counted
        ) as planned
      from page order by page.created_at desc, page.id desc`),
  )
}

function countsBy(column: SQL): SQL {
  return sql`(
    select coalesce(jsonb_object_agg(counted.name, counted.rows), '{}') from (
      select ${column} as name, count(*)::int as rows from batch_rows
      where batch_id = page.id group by ${column}
    ) as counted
  )`
}

function batchView(row: BatchRow): BatchView {
  return {
    ...row,
    verdicts: everyCount(ROW_VERDICTS, row.verdicts),
    states: everyCount(ROW_STATES, row.states),
  }
}

function everyCount<K extends string>(
  names: readonly K[],
  counts: Partial<Record<K, number>>,
): Record<K, number> {
  const entries = names.map((name) => [name, counts[name] ?? 0])
  return Object.fromEntries(entries) as Record<K, number>
}
