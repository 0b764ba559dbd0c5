import path from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { withoutPersonalData } from './database-error'

const OLDEST_MAJOR = 14
/** Any constant: instances that start at once migrate one after the other. */
const MIGRATION_LOCK = 7_239_113

/**
 * Brings a database to the newest schema; does nothing when it is there already. Throws with one
 * sentence when the server cannot be reached or is older than PostgreSQL 14.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 5, onnotice: () => undefined })
  try {
    const [server] = await sql<{ version: number }[]>`
      select current_setting('server_version_num')::int as version`
    if (server === undefined || server.version < OLDEST_MAJOR * 10_000) {
      throw new Error(`Paydesk needs PostgreSQL ${OLDEST_MAJOR} or newer`)
    }
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    await applyMigrations(drizzle(sql), {
      migrationsFolder: path.join(process.cwd(), 'db/migrations'),
    })
  } catch (error) {
    throw withoutPersonalData(error)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
