import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'
import type { SyncCursor } from '@/lib/domain/provider/provider'

/** A connection whose list this caller may read on until its lease ends. Times are ISO 8601. */
export interface ClaimedSyncRun extends Record<string, unknown> {
  readonly connectionId: string
  /** Null when a new run begins; also in the place of one that has got stuck. */
  readonly reached: SyncCursor | null
  /** Start of a new run; null for the beginning of the list. */
  readonly since: string | null
  /** Database time. */
  readonly now: string
}

interface SyncRunClaim {
  readonly leaseMs: number
  readonly overlapMs: number
  readonly longestRunMs: number
}

/** Leases the connection whose list has waited longest for its turn; null when none is due. */
export async function claimSyncRun(
  database: Database,
  { leaseMs, overlapMs, longestRunMs }: SyncRunClaim,
): Promise<ClaimedSyncRun | null> {
  const [claimed] = await database.run((db) =>
    db.execute<ClaimedSyncRun>(sql`
      with due as (
        select id from connections where poll_due_at <= now()
        order by poll_due_at
        limit 1
        for update skip locked
      )
      update connections set poll_due_at = now() + ${leaseMs} * interval '1 millisecond'
      from due where connections.id = due.id
      returning connections.id as "connectionId",
        case when (sync_cursor->>'startedAt')::timestamptz > now() - ${longestRunMs}::float8 * interval '1 millisecond'
          then sync_cursor end as reached,
        ${isoTime(sql`(polled_until - ${overlapMs} * interval '1 millisecond')`)} as since,
        ${isoTime(sql`now()`)} as now`),
  )
  return claimed ?? null
}

/** Stores the position of a run, from which any instance goes on `dueInMs` from now. */
export async function updateSyncCursor(
  database: Database,
  connectionId: string,
  reached: SyncCursor | null,
  dueInMs: number,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update connections set
        sync_cursor = ${reached === null ? null : JSON.stringify(reached)}::jsonb,
        poll_due_at = now() + ${dueInMs} * interval '1 millisecond'
      where id = ${connectionId}`),
  )
}

/**
 * Notes that a run has come to the end of the list. What changes later is newer than the newest
 * change that it met, and newer than its beginning; the earlier of both counts, whosever clock is
 * off.
 */
export async function finishSyncRun(
  database: Database,
  connectionId: string,
  run: Pick<SyncCursor, 'startedAt' | 'newest'>,
  dueInMs: number,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update connections set
        sync_cursor = null,
        polled_until = greatest(
          polled_until,
          case when ${run.newest}::timestamptz is not null
            then least(${run.newest}::timestamptz, ${run.startedAt}::timestamptz) end
        ),
        poll_due_at = now() + ${dueInMs} * interval '1 millisecond'
      where id = ${connectionId}`),
  )
}
