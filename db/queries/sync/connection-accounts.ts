import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { Provider } from '@/lib/domain/provider/provider'

/** A connection from before accounts were registered. */
export interface UnregisteredConnection extends Record<string, unknown> {
  readonly id: string
  readonly provider: Provider
  readonly name: string
  readonly accountId: string
  readonly secretCiphertext: string
}

/** An account, and the connection that it belongs to. */
export interface AccountHolder extends Record<string, unknown> {
  readonly provider: Provider
  readonly account: string
  readonly name: string
}

export interface RegisteredAccounts {
  readonly unregistered: readonly UnregisteredConnection[]
  readonly holders: readonly AccountHolder[]
}

/**
 * The registered accounts, and the connections in use that have none yet. It is called before a
 * migration, so it also works for a database without these tables.
 */
export async function findRegisteredAccounts(database: Database): Promise<RegisteredAccounts> {
  const [known] = await database.run((db) =>
    db.execute<{ connections: boolean; accounts: boolean }>(sql`
      select to_regclass('connections') is not null as connections,
        to_regclass('connection_accounts') is not null as accounts`),
  )
  if (!known?.connections) return { unregistered: [], holders: [] }
  const isUnregistered = known.accounts
    ? sql`retired_at is null and not exists (
        select from connection_accounts where connection_id = connections.id
      )`
    : sql`true`
  const unregistered = await database.run((db) =>
    db.execute<UnregisteredConnection>(sql`
      select id, provider, name, account_id as "accountId", secret_ciphertext as "secretCiphertext"
      from connections where ${isUnregistered}
      order by created_at, id`),
  )
  if (!known.accounts) return { unregistered, holders: [] }
  const holders = await database.run((db) =>
    db.execute<AccountHolder>(sql`
      select held.provider, held.account, connections.name
      from connection_accounts as held join connections on connections.id = held.connection_id`),
  )
  return { unregistered, holders }
}

export interface AccountRegistration {
  readonly accounts: readonly {
    readonly provider: Provider
    readonly account: string
    readonly connectionId: string
  }[]
  /** Connections that are read-only from now on. */
  readonly retiredIds: readonly string[]
}

/**
 * Registers accounts and retires connections, whose payments are read no more; all or none. Throws
 * when an account is taken.
 */
export async function insertConnectionAccounts(
  database: Database,
  { accounts, retiredIds }: AccountRegistration,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      with retired as (
        update connections set
          retired_at = now(),
          updated_at = greatest(now(), updated_at + interval '1 millisecond')
        where id::text in (
          select jsonb_array_elements_text(${JSON.stringify(retiredIds)}::jsonb)
        )
        returning id
      ),
      unscheduled as (
        delete from scheduled_reads using transactions, retired
        where scheduled_reads.transaction_id = transactions.id
          and transactions.connection_id = retired.id
      )
      insert into connection_accounts (provider, account, connection_id)
      select provider, account, "connectionId"
      from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
        as named (provider text, account text, "connectionId" uuid)
      order by provider, account`),
  )
}
