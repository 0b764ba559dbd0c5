import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { findSqlState } from '@/db/database-error'

const INVALID_PARAMETER = '22023'

/** True when PostgreSQL knows a time zone of this name: the queries count days in it. */
export async function isKnownTimeZone(database: Database, name: string): Promise<boolean> {
  try {
    await database.run((db) => db.execute(sql`select now() at time zone ${name}::text`))
    return true
  } catch (error) {
    if (findSqlState(error) === INVALID_PARAMETER) return false
    throw error
  }
}
