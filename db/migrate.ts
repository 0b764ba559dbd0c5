import path from 'node:path'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import type { Sql } from 'postgres'
import { Database, type Db } from './client'
import { withoutPersonalData } from './database-error'
import { openSql } from './open-sql'
import { findDatabaseState } from './queries/health'

const OLDEST_MAJOR = 15
/** Any constant: migrations that start at once run one after the other. */
const MIGRATION_LOCK = 7_239_113
/** Longest wait for another migration, and for each lock on a table. */
const LOCK_TIMEOUT_MS = 10_000

const LOCK_NOT_AVAILABLE = '55P03'
const NO_SUCH_TABLE = '42P01'
const NO_RIGHT = '42501'

const migrations = { migrationsFolder: path.join(process.cwd(), 'db/migrations') }

/** A version of Paydesk whose databases cannot be migrated made the database (decision 0014). */
export class OlderDatabaseError extends Error {
  override readonly name = 'OlderDatabaseError'

  constructor() {
    super(OLDER)
  }
}

const OLDER = `The database was made by a version of Paydesk before 0.2.0, which cannot be migrated. Nothing was changed.
Settle its open operations with the version that made it, and keep it for its history. Then create an empty database, set
DATABASE_URL to it, and set it up: npm run migrate, npm run people, npm run connect, npm run import.`

/**
 * Brings a database to the newest schema, all or nothing; does nothing when it is there already.
 * Throws OlderDatabaseError, and an error in one sentence when the server is older than PostgreSQL
 * 15, when the database is not in UTF8, or when another migration or a lock on a table is not released in time.
 * @param lockTimeoutMs longest wait for another migration, and for each lock on a table
 */
export async function migrate(databaseUrl: string, lockTimeoutMs = LOCK_TIMEOUT_MS): Promise<void> {
  const client = openSql(databaseUrl, { max: 1, connect_timeout: 5, onnotice: () => undefined })
  const db = drizzle(client)
  try {
    await requireServer(client)
    await client`select set_config('lock_timeout', ${`${lockTimeoutMs}ms`}, false)`
    await waitForOtherMigrations(client, lockTimeoutMs)
    await requireNewDatabase((query) => query(db))
    await applyMigrations(db, migrations)
  } catch (error) {
    throw codeOf(error) === LOCK_NOT_AVAILABLE
      ? new Error(tableInUse(lockTimeoutMs), { cause: withoutPersonalData(error) })
      : withoutPersonalData(error)
  } finally {
    await client.end({ timeout: 5 })
  }
}

/**
 * Throws OlderDatabaseError when a version before 0.2.0 made the database, and an error in one sentence
 * when migrations of this version are missing or its role may not find that out. A newer database is
 * taken: it is migrated before the last instance of a version ends. So is one that cannot be asked now,
 * but not one that takes this user, password or name of a database for none of its own.
 */
export async function refuseOlderDatabase(databaseUrl: string): Promise<void> {
  const database = new Database(databaseUrl, 1)
  try {
    await requireNewDatabase((query) => database.run(query))
    await requireMigrations(database)
  } catch (error) {
    if (error instanceof OlderDatabaseError || error instanceof MissingMigrationsError) throw error
    const code = codeOf(error)
    if (code === NO_SUCH_TABLE) throw new MissingMigrationsError()
    if (code === NO_RIGHT) throw new Error(JOURNAL_HIDDEN, { cause: error })
    if (NO_ENTRY.includes(code ?? '')) throw error
  } finally {
    await database.close()
  }
}

/** Wrong user or password, no way in for this user, no such database: no waiting mends it. */
const NO_ENTRY: readonly string[] = ['28P01', '28000', '3D000']

const JOURNAL_HIDDEN =
  'The user of DATABASE_URL may not read which migrations the database has had. Run npm run migrate with DATABASE_OWNER_URL set to the owner of the tables.'

/** The database is empty, or was migrated by an older version than this one. */
class MissingMigrationsError extends Error {
  override readonly name = 'MissingMigrationsError'

  constructor() {
    super(
      'The database is empty or of an older version of Paydesk than this one: run npm run migrate, then start again.',
    )
  }
}

async function requireMigrations(database: Database): Promise<void> {
  const wanted = readMigrationFiles(migrations).map(({ folderMillis }) => folderMillis)
  const { applied } = await findDatabaseState(database, wanted)
  if (applied < wanted.length) throw new MissingMigrationsError()
}

async function requireServer(client: Sql): Promise<void> {
  const [server] = await client<{ number: number; name: string; encoding: string }[]>`
    select current_setting('server_version_num')::int as number,
      current_setting('server_version') as name, current_setting('server_encoding') as encoding`
  if (server !== undefined && server.number >= OLDEST_MAJOR * 10_000) {
    if (server.encoding === 'UTF8') return
    throw new Error(
      `Paydesk needs a database in UTF8; that of DATABASE_URL is in ${server.encoding}.`,
    )
  }
  const found = server === undefined ? '' : `; the server of DATABASE_URL is ${server.name}`
  throw new Error(`Paydesk needs PostgreSQL ${OLDEST_MAJOR} or newer${found}.`)
}

async function waitForOtherMigrations(client: Sql, limitMs: number): Promise<void> {
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`
  } catch (error) {
    if (codeOf(error) !== LOCK_NOT_AVAILABLE) throw error
    throw new Error(
      `Another migration of this database did not end within ${limitMs / 1000} s. Nothing was changed. Wait until it has ended, then run npm run migrate again.`,
      { cause: withoutPersonalData(error) },
    )
  }
}

function tableInUse(limitMs: number): string {
  return `The migration waited ${limitMs / 1000} s for a table that something else uses. Nothing was changed. End what uses it, such as a transaction left open or a long query, then run npm run migrate again.`
}

/** Databases of older versions have had migrations, and our first one is not among them. */
async function requireNewDatabase(
  run: (
    query: (db: Db) => PromiseLike<{ readonly isNew: boolean | null }[]>,
  ) => PromiseLike<{ readonly isNew: boolean | null }[]>,
): Promise<void> {
  const [initial] = readMigrationFiles(migrations)
  const initialAt = initial?.folderMillis ?? 0
  try {
    const [journal] = await run((db) =>
      db.execute<{ isNew: boolean | null }>(sql`
        select bool_or(created_at = ${initialAt}) as "isNew" from drizzle.__drizzle_migrations`),
    )
    if (journal?.isNew === false) throw new OlderDatabaseError()
  } catch (error) {
    if (codeOf(error) !== NO_SUCH_TABLE) throw error
  }
}

/** The SQLSTATE of an error of the database, as it comes from the driver, Drizzle or our client. */
function codeOf(error: unknown): string | null {
  const clean = withoutPersonalData(error)
  return clean instanceof Error && 'code' in clean && typeof clean.code === 'string'
    ? clean.code
    : null
}
