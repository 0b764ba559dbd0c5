import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

/** The database's clock, ISO 8601 in UTC: what orders reads and leases (I13). */
export async function findDatabaseTime(database: Database): Promise<string> {
  const [row] = await database.run((db) =>
    db.execute<{ now: string }>(sql`
      select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`),
  )
  if (row === undefined) throw new Error('the database told no time')
  return row.now
}
