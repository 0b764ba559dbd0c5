import { asc, eq, getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { findBrokenConstraint } from '@/db/database-error'
import { outerColumn } from '@/db/queries/outer-column'
import { withinScope } from '@/db/queries/within-scope'
import { connectionAccounts, connections } from '@/db/schema/connections'
import type { Scope } from '@/lib/domain/access/scope'
import type { ConnectionState, Provider } from '@/lib/domain/provider/provider'

export type ConnectionRecord = typeof connections.$inferSelect & {
  /** Those that the database keeps for this connection alone. */
  readonly accounts: readonly string[]
}

/** The columns of a record, for queries that read more beside it. */
export const CONNECTION_RECORD = {
  ...getTableColumns(connections),
  accounts: sql<readonly string[]>`(
    select coalesce(jsonb_agg(held.account order by held.account), '[]')
    from connection_accounts as held where held.connection_id = ${outerColumn(connections.id)}
  )`,
}

/** What may be done through a connection. */
export const CONNECTION_STATE = sql<ConnectionState>`case
  when ${connections.closedAt} is not null then 'closed'
  when ${connections.disabledAt} is not null then 'disabled'
  else 'enabled'
end`

/** A connection with its sealed secret, or null. */
export async function findConnection(
  database: Database,
  id: string,
): Promise<ConnectionRecord | null> {
  const [row] = await database.run((db) =>
    db.select(CONNECTION_RECORD).from(connections).where(eq(connections.id, id)),
  )
  return row ?? null
}

/** The connection with this name, or null. */
export async function findConnectionByName(
  database: Database,
  name: string,
): Promise<ConnectionRecord | null> {
  const [row] = await database.run((db) =>
    db.select(CONNECTION_RECORD).from(connections).where(eq(connections.name, name)),
  )
  return row ?? null
}

/** The connections in scope, by name, with their sealed secrets. */
export function listConnections(
  database: Database,
  scope: Scope = 'all',
): Promise<ConnectionRecord[]> {
  return database.run((db) =>
    db
      .select(CONNECTION_RECORD)
      .from(connections)
      .where(withinScope(scope, connections.id))
      .orderBy(asc(connections.name)),
  )
}

/** The connections in scope, by name. */
export function listConnectionNames(database: Database, scope: Scope) {
  return database.run((db) =>
    db
      .select({ id: connections.id, name: connections.name })
      .from(connections)
      .where(withinScope(scope, connections.id))
      .orderBy(asc(connections.name)),
  )
}

/** One of these accounts that a connection has already, by the connection's name. */
export interface HeldAccount {
  readonly account: string
  readonly connectionId: string
  readonly connectionName: string
}

/** Those of the given accounts that are connected, with their connections. */
export function findHeldAccounts(
  database: Database,
  provider: Provider,
  accounts: readonly string[],
): Promise<HeldAccount[]> {
  return database.run((db) =>
    db
      .select({
        account: connectionAccounts.account,
        connectionId: connections.id,
        connectionName: connections.name,
      })
      .from(connectionAccounts)
      .innerJoin(connections, eq(connections.id, connectionAccounts.connectionId))
      .where(
        sql`${connectionAccounts.provider} = ${provider} and ${connectionAccounts.account} in (${each(accounts)})`,
      )
      .orderBy(asc(connectionAccounts.account)),
  )
}

export type ConnectionWrite = Pick<
  ConnectionRecord,
  'id' | 'provider' | 'name' | 'accountId' | 'accounts' | 'baseUrl' | 'isTest' | 'secretCiphertext'
>

/**
 * Makes a connection with its accounts, or gives the one with this id another secret and address;
 * its last check no longer counts then. Its name and account stay, and of the accounts that it
 * reads none may be missing. False, with nothing written, when the name or one of the accounts is
 * another connection's, when the account is another than before, or when it is closed.
 */
export async function upsertConnection(
  database: Database,
  connection: ConnectionWrite,
): Promise<boolean> {
  try {
    const written = await database.run((db) => db.execute(upsertStatement(connection)))
    return written.length > 0
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

/** An `updated_at` never repeats, as it distinguishes one version of a connection from the next. */
function upsertStatement({ accounts, ...connection }: ConnectionWrite): SQL {
  const { id, provider, name, accountId, baseUrl, isTest, secretCiphertext } = connection
  return sql`
    with connection as (
      insert into connections (id, provider, name, account_id, base_url, is_test, secret_ciphertext)
      values (${id}, ${provider}, ${name}, ${accountId}, ${baseUrl}, ${isTest}, ${secretCiphertext})
      on conflict (id) do update set
        base_url = excluded.base_url,
        is_test = excluded.is_test,
        secret_ciphertext = excluded.secret_ciphertext,
        checked_at = null,
        check_problem = null,
        updated_at = greatest(now(), connections.updated_at + interval '1 millisecond')
      where connections.provider = excluded.provider
        and connections.closed_at is null
        and connections.account_id = excluded.account_id
        and not exists (
          select from connection_accounts as held
          where held.connection_id = connections.id and held.account not in (${each(accounts)})
        )
      returning id, provider
    ),
    account as (
      insert into connection_accounts (provider, account, connection_id)
      select connection.provider, named.account, connection.id
      from connection, jsonb_array_elements_text(${JSON.stringify(accounts)}::jsonb) as named (account)
      where not exists (
        select from connection_accounts as held
        where held.provider = connection.provider
          and held.account = named.account
          and held.connection_id = connection.id
      )
      order by named.account
    )
    select id from connection`
}

function each(values: readonly string[]): SQL {
  return sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )
}

const ONE_OF_A_KIND: readonly (string | null)[] = [
  'connections_name_unique',
  'connection_accounts_once',
]

function isTaken(error: unknown): boolean {
  return ONE_OF_A_KIND.includes(findBrokenConstraint(error))
}
