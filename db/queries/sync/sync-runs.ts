import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'
import type { SyncCursor } from '@/lib/domain/provider/provider'

/** A turn at a connection's list. It counts until another begins, or the list is begun anew. */
export interface SyncTurn extends Record<string, unknown> {
  readonly connectionId: string
  /** The time at which the connection is due since the turn began, as the database writes it. */
  readonly dueAt: string
}

/** A connection whose list this caller may read on until its lease ends. Times are ISO 8601. */
export interface ClaimedSyncRun extends SyncTurn {
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

/**
 * Leases the connection whose list has waited longest for its turn; null when none is due. One that
 * is disabled has no turn. An intent that is being written does not keep it from its turn.
 */
export async function claimSyncRun(
  database: Database,
  { leaseMs, overlapMs, longestRunMs }: SyncRunClaim,
): Promise<ClaimedSyncRun | null> {
  const [claimed] = await database.run((db) =>
    db.execute<ClaimedSyncRun>(sql`
      with due as (
        select id from connections where poll_due_at <= now() and disabled_at is null
        order by poll_due_at
        limit 1
        for no key update skip locked
      )
      update connections set
        poll_due_at = now() + ${leaseMs} * interval '1 millisecond',
        poll_owed_since = coalesce(poll_owed_since, poll_due_at)
      from due where connections.id = due.id
      returning connections.id as "connectionId", poll_due_at::text as "dueAt",
        case when (sync_cursor->>'startedAt')::timestamptz > now() - ${longestRunMs}::float8 * interval '1 millisecond'
          then sync_cursor end as reached,
        ${isoTime(sql`(polled_until - ${overlapMs} * interval '1 millisecond')`)} as since,
        ${isoTime(sql`now()`)} as now`),
  )
  return claimed ?? null
}

/** The turn of a caller that reads a list without having claimed it. */
export async function findSyncTurn(database: Database, connectionId: string): Promise<SyncTurn> {
  const [turn] = await database.run((db) =>
    db.execute<SyncTurn>(sql`
      select id as "connectionId", poll_due_at::text as "dueAt"
      from connections where id = ${connectionId}`),
  )
  if (turn === undefined) throw new Error(`connection ${connectionId} has disappeared`)
  return turn
}

/**
 * Stores the position of a run, from which any instance goes on `dueInMs` from now. A turn that is
 * owed has read nothing: it counts as due since it was due first. Where the turn does not count any
 * more, the connection stays as it is.
 */
export async function updateSyncCursor(
  database: Database,
  { connectionId, dueAt }: SyncTurn,
  reached: SyncCursor | null,
  { dueInMs, isOwed = false }: { readonly dueInMs: number; readonly isOwed?: boolean },
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update connections set
        sync_cursor = ${reached === null ? null : JSON.stringify(reached)}::jsonb,
        poll_owed_since = case when ${isOwed}::boolean then poll_owed_since end,
        poll_due_at = now() + ${dueInMs} * interval '1 millisecond'
      where id = ${connectionId} and poll_due_at = ${dueAt}::timestamptz`),
  )
}

/**
 * Has the whole list of a connection read again as soon as an instance gets to it. It counts as a
 * try of its entries without an id.
 */
export async function restartSync(database: Database, connectionId: string): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      with tried as (
        update unread_payments set tried_at = now()
        where connection_id = ${connectionId} and provider_transaction_id is null
      )
      update connections set sync_cursor = null, polled_until = null, poll_due_at = now()
      where id = ${connectionId}`),
  )
}

/**
 * Notes that a run has come to the end of the list. What changes later is newer than the newest
 * change that it met, and newer than its beginning; the earlier of both counts, whosever clock is
 * off. A run through the whole list that met no entry without an id takes the note of such entries
 * away. Where the turn does not count any more, the connection stays as it is.
 */
export async function finishSyncRun(
  database: Database,
  { connectionId, dueAt }: SyncTurn,
  run: Pick<SyncCursor, 'since' | 'startedAt' | 'newest'>,
  dueInMs: number,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      with nameless as (
        delete from unread_payments
        where connection_id = ${connectionId} and provider_transaction_id is null
          and tried_at < ${run.startedAt}::timestamptz and ${run.since}::timestamptz is null
      )
      update connections set
        sync_cursor = null,
        poll_owed_since = null,
        polled_until = greatest(
          polled_until,
          case when ${run.newest}::timestamptz is not null
            then least(${run.newest}::timestamptz, ${run.startedAt}::timestamptz) end
        ),
        poll_due_at = now() + ${dueInMs} * interval '1 millisecond'
      where id = ${connectionId} and poll_due_at = ${dueAt}::timestamptz`),
  )
}
