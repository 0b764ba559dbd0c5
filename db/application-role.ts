import { readFileSync } from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'
import { LIMITS } from '@/lib/config/limits'
import { withoutPersonalData } from './database-error'
import { openSql } from './open-sql'

const NO_RIGHT = '42501'

/** The name that stands in `app-role.sql` for the role of the application. */
const PLACEHOLDER = /\bpaydesk_app\b/g

/**
 * Gives the role of the application its rights to the tables, those of new ones included, and makes
 * the role when there is none of its name. Does nothing when the owner is that role: then it has all
 * rights. The password of a role that exists is left as it is.
 * @param ownerUrl address by which the owner of the tables connects
 * @param applicationUrl address by which the application will connect, whose role and password count
 * @throws a sentence when the role is a superuser, whom no right binds, or may not be made
 */
export async function grantApplicationRole(
  ownerUrl: string,
  applicationUrl: string,
): Promise<void> {
  const role = roleOf(applicationUrl)
  if (role.name === roleOf(ownerUrl).name) return
  const sql = openSql(ownerUrl, { max: 1, connect_timeout: 5, onnotice: () => undefined })
  try {
    await makeRole(sql, role)
    await boundStatements(sql, role)
    const grants = readFileSync(path.join(process.cwd(), 'db/app-role.sql'), 'utf8')
    await sql.begin((transaction) =>
      transaction.unsafe(grants.replace(PLACEHOLDER, quoted(role.name))),
    )
  } catch (error) {
    throw withoutPersonalData(error)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

interface Role {
  readonly name: string
  readonly password: string
}

function roleOf(url: string): Role {
  const { username, password } = new URL(url)
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) }
}

async function makeRole(sql: postgres.Sql, { name, password }: Role): Promise<void> {
  if (name === '') throw new Error('DATABASE_URL names no user.')
  const [found] = await sql<{ isSuperuser: boolean }[]>`
    select rolsuper as "isSuperuser" from pg_roles where rolname = ${name}`
  if (found?.isSuperuser === true) {
    throw new Error(
      `The user ${name} of DATABASE_URL is a superuser, whom no right binds. Take another one; npm run migrate makes it.`,
    )
  }
  if (found !== undefined) return
  if (password === '') {
    throw new Error(`DATABASE_URL has no password for the user ${name}, who is to be made.`)
  }
  const [right] = await sql<{ mayMake: boolean }[]>`
    select rolsuper or rolcreaterole as "mayMake" from pg_roles where rolname = current_user`
  if (right?.mayMake !== true) {
    throw new Error(
      `There is no user ${name}, and the owner may not make one. As a superuser: CREATE ROLE ${quoted(name)} LOGIN PASSWORD '…', then npm run migrate again.`,
    )
  }
  await sql.unsafe(`create role ${quoted(name)} login password ${literal(password)}`)
}

/**
 * The time limit of the application's statements, kept with its role: a pooler drops what a connection
 * asks for. A role that the owner may not change keeps its own; the start says so where it counts.
 */
async function boundStatements(sql: postgres.Sql, { name }: Role): Promise<void> {
  const { statementTimeoutMs } = LIMITS.database
  try {
    await sql.unsafe(`alter role ${quoted(name)} set statement_timeout = ${statementTimeoutMs}`)
  } catch (error) {
    if (!(error instanceof postgres.PostgresError) || error.code !== NO_RIGHT) throw error
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
