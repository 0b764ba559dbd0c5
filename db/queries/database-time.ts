import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'

/** The database's clock, ISO 8601 in UTC: what orders reads and leases (I13). */
export async function findDatabaseTime(database: Database): Promise<string> {
  const [row] = await database.run((db) =>
    db.execute<{ now: string }>(sql`
      select ${isoTime(sql`clock_timestamp()`)} as now`),
  )
  if (row === undefined) throw new Error('the database told no time')
  return row.now
}

/** A point in time as ISO 8601 in UTC, to the microsecond, which a JavaScript date cannot keep. */
export function isoTime(time: SQL): SQL<string> {
  return sql`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}
