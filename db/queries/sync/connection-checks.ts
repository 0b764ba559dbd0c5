import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import type { CheckSource, ConnectionFault } from '@/lib/domain/provider/connection-fault'
import type { ConnectionRecord } from './connections'

const { notedAgainMs, unansweredMs, testAfterMs, testFailingAfterMs, testAgainMs } =
  LIMITS.connection

/** What one use of a connection has shown about it. */
export interface NotedCheck {
  readonly source: CheckSource
  /** Null when it worked. */
  readonly fault: ConnectionFault | null
  /** The provider's own words. */
  readonly detail: string | null
}

/**
 * Keeps what a use of a connection has shown, as its last check. Nothing is written for one that was
 * changed meanwhile or is closed, and what is known already is written once in a while only, unless a
 * test shows it. A provider that does not respond counts when nothing has worked for a while, and
 * takes no other fault's place. A right that one use lacks is not there because another use works.
 */
export async function recordConnectionCheck(
  database: Database,
  { id, updatedAt }: Pick<ConnectionRecord, 'id' | 'updatedAt'>,
  { source, fault, detail }: NotedCheck,
): Promise<void> {
  const isTest = source === 'test'
  await database.run((db) =>
    db.execute(sql`
      update connections set
        checked_at = now(),
        check_problem = ${fault}::text,
        check_detail = ${detail}::text,
        check_source = ${source}::text,
        failing_since = case
          when ${fault}::text is null then null
          when check_problem is null then now()
          else coalesce(failing_since, now())
        end
      where id = ${id} and closed_at is null
        and date_trunc('milliseconds', updated_at) = ${updatedAt.toISOString()}::timestamptz
        and case
          when ${isTest}::boolean then true
          when check_problem is not distinct from ${fault}::text then ${isOlder(notedAgainMs)}
          when ${fault}::text = 'unavailable' then check_problem is null and ${isOlder(unansweredMs)}
          when ${fault}::text is null then
            check_source = ${source}::text
            or check_problem in ('credentials_refused', 'unavailable', 'unusable')
          else true
        end`),
  )
}

function isOlder(ms: number): SQL {
  return sql`coalesce(checked_at, '-infinity') < now() - ${interval(ms)}`
}

function interval(ms: number): SQL {
  return sql`${ms}::float8 * interval '1 millisecond'`
}

/**
 * Takes the right to test a connection now; false when it was tested a moment ago, or is closed. What
 * is there already of a test then is its result.
 */
export async function claimTest(database: Database, id: string): Promise<boolean> {
  const claimed = await database.run((db) =>
    db.execute(sql`
      update connections set tested_at = now()
      where id = ${id} and closed_at is null and coalesce(tested_at, '-infinity')
        < now() - ${interval(testAgainMs)}
      returning id`),
  )
  return claimed.length > 0
}

/**
 * Takes the enabled connection of which nothing was heard for the longest time, and for long enough
 * to test it; null when there is none. Rows that another instance holds are skipped.
 */
export async function claimSilentConnection(database: Database): Promise<string | null> {
  const [claimed] = await database.run((db) =>
    db.execute<{ id: string }>(sql`
      with silent as (
        select id from connections
        where disabled_at is null and closed_at is null
          and greatest(checked_at, tested_at, created_at) < now()
            - case when check_problem is null then ${interval(testAfterMs)}
              else ${interval(testFailingAfterMs)} end
        order by greatest(checked_at, tested_at, created_at)
        limit 1
        for no key update skip locked
      )
      update connections set tested_at = now() from silent where connections.id = silent.id
      returning connections.id`),
  )
  return claimed?.id ?? null
}
