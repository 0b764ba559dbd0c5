import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { findBrokenConstraint } from '@/db/database-error'
import { personRequest } from '@/db/queries/access/person-request'
import type { ConnectionWrite } from '@/db/queries/sync/connections'
import type { PersonRequest } from '@/lib/domain/access/actor'

/** The connection that a change is about, as the person saw it who asks for it. */
export interface ConnectionTarget {
  readonly id: string
  /** Its `updatedAt` as it was shown; null where none was. */
  readonly seen: Date | null
}

export type ConnectionChange =
  | {
      readonly kind: 'secret' | 'settings'
      readonly write: Pick<ConnectionWrite, 'baseUrl' | 'isTest' | 'secretCiphertext' | 'accounts'>
      /** The fields that have another value, for the audit entry. */
      readonly fields: readonly string[]
      /** What signed webhooks until now, sealed; null where that stays. */
      readonly replacedWebhookSecret: string | null
      /** Milliseconds for which it still counts. */
      readonly overlapMs: number
    }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'state'; readonly isEnabled: boolean }
  | { readonly kind: 'removal'; readonly typedName: string }

/** Nothing is written unless it is `changed`, `removed`, or `closed_for_good`. */
export type ChangedConnection =
  | 'changed'
  | 'same'
  | 'removed'
  | 'closed_for_good'
  | 'unknown'
  | 'actor_changed'
  | 'overtaken'
  | 'closed'
  | 'account_missing'
  | 'account_connected'
  | 'other_environment'
  | 'name_taken'
  | 'name_differs'
  | 'operations_open'

/**
 * Changes a connection and writes the audit entry, in one statement, by a function of the tables'
 * owner. It waits for intents that are being written, and whatever begins afterwards sees it.
 */
export async function changeConnection(
  database: Database,
  target: ConnectionTarget,
  change: ConnectionChange,
  request: PersonRequest,
): Promise<ChangedConnection> {
  const { id, seen } = target
  const who = sql`${personRequest(request)}, ${id}::uuid, ${seen?.toISOString() ?? null}::timestamptz`
  try {
    const [row] = await database.run((db) =>
      db.execute<{ result: ChangedConnection }>(sql`select ${functionCall(who, change)} as result`),
    )
    if (row === undefined) throw new Error('a change of a connection returned nothing')
    return row.result
  } catch (error) {
    const taken = TAKEN[findBrokenConstraint(error) ?? '']
    if (taken === undefined) throw error
    return taken
  }
}

const TAKEN: Readonly<Record<string, ChangedConnection>> = {
  connections_name_unique: 'name_taken',
  connection_accounts_once: 'account_connected',
}

function functionCall(who: SQL, change: ConnectionChange): SQL {
  switch (change.kind) {
    case 'name':
      return sql`rename_connection(${who}, ${change.name}::text)`
    case 'state':
      return sql`set_connection_enabled(${who}, ${change.isEnabled}::boolean)`
    case 'removal':
      return sql`remove_connection(${who}, ${change.typedName}::text)`
    default: {
      const { baseUrl, isTest, secretCiphertext, accounts } = change.write
      const action =
        change.kind === 'secret' ? 'connection.secret_replaced' : 'connection.settings_changed'
      return sql`change_connection_secret(
        ${who}, ${action}::text, ${texts(change.fields)}, ${baseUrl}::text, ${isTest}::boolean,
        ${secretCiphertext}::text, ${texts(accounts)}, ${change.replacedWebhookSecret}::text,
        ${Math.ceil(change.overlapMs / 1_000)}::integer
      )`
    }
  }
}

function texts(values: readonly string[]): SQL {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`
}

/** Deletes what signed webhooks before, where its time is over; returns of how many connections. */
export async function forgetPreviousWebhookSecrets(database: Database): Promise<number> {
  const [row] = await database.run((db) =>
    db.execute<{ count: number }>(sql`select forget_previous_webhook_secrets() as count`),
  )
  return row?.count ?? 0
}
