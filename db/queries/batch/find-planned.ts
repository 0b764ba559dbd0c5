import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'

/** The last time that the same was planned. */
export interface PlannedBefore extends Record<string, unknown> {
  readonly fingerprint: string
  readonly batchId: string
  readonly at: string
  /** How often it had been planned before that. */
  readonly repeats: number
}

/**
 * True for a row of `batch_rows as earlier` whose operation provably moved nothing: what it planned may
 * be planned again.
 */
export const MOVED_NOTHING = sql`exists (
  select 1 from operations where operations.id = earlier.operation_id
    and operations.state in ('refused', 'not_sent', 'abandoned')
)`

/** Which of these fingerprints were planned in another batch and are waiting, under way or done. */
export async function findPlanned(
  database: Database,
  batchId: string,
  fingerprints: readonly string[],
): Promise<ReadonlyMap<string, PlannedBefore>> {
  const rows = await database.run((db) =>
    db.execute<PlannedBefore>(sql`
      select distinct on (earlier.fingerprint) earlier.fingerprint, earlier.repeats,
        earlier.batch_id as "batchId",
        ${isoTime(sql`coalesce(earlier.ended_at, batch.started_at)`)} as at
      from jsonb_array_elements_text(${JSON.stringify(fingerprints)}::jsonb) as named (value)
        join batch_rows as earlier on earlier.fingerprint = named.value and earlier.planned_key is not null
        join batches as batch on batch.id = earlier.batch_id
      where earlier.batch_id <> ${batchId}::uuid and not ${MOVED_NOTHING}
      order by earlier.fingerprint, earlier.repeats desc`),
  )
  return new Map(rows.map((row) => [row.fingerprint, row]))
}

/**
 * Lets go of what other batches planned, of the rows of this one, where nothing was moved by it: only
 * an end that is certain frees the key that two batches cannot both have.
 */
export async function releasePlanned(database: Database, batchId: string): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update batch_rows as earlier set planned_key = null
      where earlier.planned_key is not null and earlier.state = 'operated' and ${MOVED_NOTHING}
        and earlier.fingerprint in (
          select fingerprint from batch_rows as own
          where own.batch_id = ${batchId}::uuid and own.state = 'waiting'
        )`),
  )
}

/** True of a row of `batch_rows as item` when another batch has planned the same since it was included. */
export function isPlannedElsewhere(): SQL {
  return sql`exists (
    select 1 from batch_rows as earlier
    where earlier.fingerprint = item.fingerprint and earlier.planned_key is not null
      and earlier.batch_id <> item.batch_id and earlier.repeats >= item.repeats
      and not ${MOVED_NOTHING}
  )`
}
