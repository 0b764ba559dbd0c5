import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { findBrokenConstraint } from '@/db/database-error'
import type { PersonRequest } from '@/lib/domain/access/actor'
import type { Provider } from '@/lib/domain/provider/provider'
import { personRequest } from './person-request'

/** A connection as it is stored: its account in its one spelling, its secret sealed. */
export interface NewConnectionRow {
  readonly id: string
  readonly provider: Provider
  readonly name: string
  readonly accountId: string
  readonly accounts: readonly string[]
  readonly baseUrl: string
  readonly isTest: boolean
  readonly secretCiphertext: string
}

/** Why nothing was written, if so. */
export type AddedConnection =
  'added' | 'actor_changed' | 'needs_all_connections' | 'name_taken' | 'account_taken'

const TAKEN: Readonly<Record<string, AddedConnection>> = {
  connections_name_unique: 'name_taken',
  connection_accounts_once: 'account_taken',
}

/**
 * Adds a connection that was just tested, with its accounts and the audit entry, in one statement, by
 * a function of the tables' owner.
 */
export async function addConnectionRow(
  database: Database,
  connection: NewConnectionRow,
  request: PersonRequest,
): Promise<AddedConnection> {
  const { id, provider, name, accountId, accounts, baseUrl, isTest } = connection
  try {
    const [row] = await database.run((db) =>
      db.execute<{ result: AddedConnection }>(sql`
        select add_connection(
          ${personRequest(request)}, ${id}::uuid, ${provider}::text, ${name}::text,
          ${accountId}::text,
          array(select jsonb_array_elements_text(${JSON.stringify(accounts)}::jsonb)),
          ${baseUrl}::text, ${isTest}::boolean, ${connection.secretCiphertext}::text
        ) as result`),
    )
    if (row === undefined) throw new Error('add_connection returned nothing')
    return row.result
  } catch (error) {
    const taken = TAKEN[findBrokenConstraint(error) ?? '']
    if (taken !== undefined) return taken
    throw error
  }
}
