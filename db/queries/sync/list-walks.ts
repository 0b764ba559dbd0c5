import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'
import type { ListWalk } from '@/lib/domain/provider/provider'

/** A connection whose list this caller may walk on through until its lease ends. Times are ISO 8601. */
export interface ClaimedWalk extends Record<string, unknown> {
  readonly connectionId: string
  /** Null when a new walk begins; also in the place of one that has got stuck. */
  readonly walk: ListWalk | null
  /** Where a new walk begins; null for the beginning of all. */
  readonly since: string | null
  /** Database time. */
  readonly now: string
}

interface WalkClaim {
  readonly leaseMs: number
  readonly overlapMs: number
  readonly walkMs: number
}

/** Leases the connection whose list has waited longest for its turn; null when none is due. */
export async function claimWalk(
  database: Database,
  { leaseMs, overlapMs, walkMs }: WalkClaim,
): Promise<ClaimedWalk | null> {
  const [claimed] = await database.run((db) =>
    db.execute<ClaimedWalk>(sql`
      with due as (
        select id from connections where poll_due_at <= now()
        order by poll_due_at
        limit 1
        for update skip locked
      )
      update connections set poll_due_at = now() + ${leaseMs} * interval '1 millisecond'
      from due where connections.id = due.id
      returning connections.id as "connectionId",
        case when (walk->>'startedAt')::timestamptz > now() - ${walkMs}::float8 * interval '1 millisecond'
          then walk end as walk,
        ${isoTime(sql`(polled_until - ${overlapMs} * interval '1 millisecond')`)} as since,
        ${isoTime(sql`now()`)} as now`),
  )
  return claimed ?? null
}

/** Keeps how far a walk has come, for whoever goes on with it `dueInMs` from now. */
export async function keepWalk(
  database: Database,
  connectionId: string,
  walk: ListWalk | null,
  dueInMs: number,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update connections set
        walk = ${walk === null ? null : JSON.stringify(walk)}::jsonb,
        poll_due_at = now() + ${dueInMs} * interval '1 millisecond'
      where id = ${connectionId}`),
  )
}

/**
 * Notes that a walk has come to the end of the list. What changes later is newer than the newest
 * change that it met, and newer than its beginning; the earlier of both counts, whosever clock is off.
 */
export async function finishWalk(
  database: Database,
  connectionId: string,
  walk: Pick<ListWalk, 'startedAt' | 'newest'>,
  dueInMs: number,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update connections set
        walk = null,
        polled_until = greatest(
          polled_until,
          case when ${walk.newest}::timestamptz is not null
            then least(${walk.newest}::timestamptz, ${walk.startedAt}::timestamptz) end
        ),
        poll_due_at = now() + ${dueInMs} * interval '1 millisecond'
      where id = ${connectionId}`),
  )
}
