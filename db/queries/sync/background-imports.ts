import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'
import { withinScope } from '@/db/queries/within-scope'
import type { Scope } from '@/lib/domain/access/scope'
import type { MalformedEntry, SyncCursor } from '@/lib/domain/provider/provider'
import type { ImportView } from '@/lib/domain/view/connection-view'
import type { ImportCounts } from './imports'

interface Progress extends ImportCounts {
  readonly problems: readonly MalformedEntry[]
}

/** An import in the hands of this process, until its lease ends or another one takes it up. */
export interface ClaimedImport extends Progress, Record<string, unknown> {
  readonly id: string
  readonly connectionId: string
  /** Processes that have taken it up, this one included. */
  readonly tries: number
  /** Null at the beginning of the list; the counts are from before it then. */
  readonly reached: SyncCursor | null
}

/**
 * Asks for an import, which any instance does. False when one of the connection is under way: there is
 * one at a time, over all instances.
 */
export async function requestImport(
  database: Database,
  id: string,
  connectionId: string,
): Promise<boolean> {
  const rows = await database.run((db) =>
    db.execute(sql`
      insert into imports (id, connection_id, in_background) values (${id}, ${connectionId}, true)
      on conflict (connection_id) where in_background and finished_at is null do nothing
      returning id`),
  )
  return rows.length > 0
}

/** Takes up the import that has waited longest; null when none waits. */
export async function claimImport(
  database: Database,
  leaseMs: number,
): Promise<ClaimedImport | null> {
  const [claimed] = await database.run((db) =>
    db.execute<ClaimedImport>(sql`
      with due as (
        select id from imports
        where in_background and finished_at is null and lease_until <= now()
        order by lease_until
        limit 1
        for update skip locked
      )
      update imports set lease_until = ${leaseEnd(leaseMs)}, tries = imports.tries + 1
      from due where imports.id = due.id
      returning imports.id, connection_id as "connectionId", tries, reached, pages, read, written,
        malformed, problems`),
  )
  return claimed ?? null
}

/** Keeps an import in the hands of the process that has claimed it. */
export async function prolongImport(
  database: Database,
  { id, tries }: ClaimedImport,
  leaseMs: number,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update imports set lease_until = ${leaseEnd(leaseMs)}
      where id = ${id} and tries = ${tries} and finished_at is null`),
  )
}

/** Keeps how far an import has come; only by the process that took it up last. */
export async function updateBackgroundImport(
  database: Database,
  { id, tries }: ClaimedImport,
  { pages, read, written, malformed, problems }: Progress,
  reached: SyncCursor | null,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update imports set
        pages = ${pages}, read = ${read}, written = ${written}, malformed = ${malformed},
        problems = ${JSON.stringify(problems)}::jsonb,
        reached = ${reached === null ? null : JSON.stringify(reached)}::jsonb
      where id = ${id} and tries = ${tries} and finished_at is null`),
  )
}

/** Ends an import; `problem` is null when it came to the end of the list. */
export async function finishBackgroundImport(
  database: Database,
  { id, tries }: ClaimedImport,
  problem: string | null,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update imports set finished_at = now(), failure = ${problem}
      where id = ${id} and tries = ${tries} and finished_at is null`),
  )
}

/** The failure of an import that was taken up too often. */
export const INTERRUPTED = 'interrupted'

interface ImportRow extends Record<string, unknown>, Omit<ImportView, 'state'> {
  readonly isWaiting: boolean
}

/** The last import of a connection in scope that the server does by itself; null when there is none. */
export async function findLatestImport(
  database: Database,
  scope: Scope,
  connectionId: string,
): Promise<ImportView | null> {
  const [row] = await database.run((db) =>
    db.execute<ImportRow>(sql`
      select id, ${isoTime(sql`started_at`)} as "startedAt",
        ${isoTime(sql`finished_at`)} as "finishedAt",
        pages, read, written, malformed, failure, tries = 0 as "isWaiting"
      from imports
      where connection_id = ${connectionId} and in_background
        and ${withinScope(scope, sql`connection_id`) ?? sql`true`}
      order by started_at desc
      limit 1`),
  )
  if (row === undefined) return null
  const { isWaiting, id, startedAt, finishedAt, pages, read, written, malformed, failure } = row
  const state = stateOf(row, isWaiting)
  const words = state === 'failed' ? failure : null
  return { id, state, startedAt, finishedAt, pages, read, written, malformed, failure: words }
}

function stateOf({ finishedAt, failure }: ImportRow, isWaiting: boolean): ImportView['state'] {
  if (finishedAt === null) return isWaiting ? 'waiting' : 'running'
  if (failure === null) return 'finished'
  return failure === INTERRUPTED ? 'interrupted' : 'failed'
}

function leaseEnd(leaseMs: number): SQL {
  return sql`now() + ${leaseMs} * interval '1 millisecond'`
}
