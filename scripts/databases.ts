import postgres from 'postgres'
import { openSql } from '@/db/open-sql'

const CONNECT_LIMIT_S = 10
const WRONG_PASSWORD = ['28P01', '28000']

async function withConnection<T>(url: string, use: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = openSql(url, { max: 1, connect_timeout: CONNECT_LIMIT_S, onnotice: () => undefined })
  try {
    return await use(sql)
  } finally {
    await sql.end({ timeout: 2 })
  }
}

/** Tries to log in: `in`, `refused` for a wrong password, `not yet` for everything else. */
export async function tryLogin(url: string): Promise<'in' | 'refused' | 'not yet'> {
  try {
    await withConnection(url, (sql) => sql`select 1`)
    return 'in'
  } catch (error) {
    const code = error instanceof postgres.PostgresError ? error.code : ''
    return WRONG_PASSWORD.includes(code) ? 'refused' : 'not yet'
  }
}

/**
 * Creates a database.
 * @param adminUrl an address on the same server with the right to create databases
 * @param template another database to copy; it must have no connections
 */
export async function createDatabase(
  adminUrl: string,
  name: string,
  template?: string,
): Promise<void> {
  await withConnection(adminUrl, (sql) =>
    template
      ? sql`create database ${sql(name)} template ${sql(template)}`
      : sql`create database ${sql(name)}`,
  )
}

/** Creates a database unless one of that name exists. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const found = await withConnection(
    adminUrl,
    (sql) => sql`select 1 from pg_database where datname = ${name}`,
  )
  if (found.length === 0) await createDatabase(adminUrl, name)
}

/** Drops a database, also when it still has connections. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withConnection(adminUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`)
}

/** Drops a role that owns nothing and has rights in no database any more. */
export async function dropRole(adminUrl: string, name: string): Promise<void> {
  await withConnection(adminUrl, (sql) => sql`drop role if exists ${sql(name)}`)
}
