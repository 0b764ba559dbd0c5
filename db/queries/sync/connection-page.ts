import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { outerColumn } from '@/db/queries/outer-column'
import { withinScope } from '@/db/queries/within-scope'
import { connections } from '@/db/schema/connections'
import type { Scope } from '@/lib/domain/access/scope'
import { CONNECTION_RECORD, CONNECTION_STATE, type ConnectionRecord } from './connections'

/** What a page about one connection shows beside what is stored of it. */
export interface ConnectionPage {
  readonly connection: ConnectionRecord
  readonly state: 'enabled' | 'disabled' | 'closed'
  /** Payments of it, as counted by the tallies a moment ago. */
  readonly payments: number
  readonly openOperations: number
  /** What its customers' banks hold, by currency. */
  readonly held: readonly { readonly currency: string; readonly heldMinor: number }[]
  readonly lastWebhookAt: Date | null
  /** True while what signed webhooks before still counts. */
  readonly hasPreviousWebhook: boolean
  /** Payments that could not be read; counted up to a hundred. */
  readonly unread: number
}

/** A connection with its figures; null when there is none in scope. */
export async function findConnectionPage(
  database: Database,
  scope: Scope,
  id: string,
): Promise<ConnectionPage | null> {
  const own = outerColumn(connections.id)
  const [row] = await database.run((db) =>
    db
      .select({
        connection: CONNECTION_RECORD,
        state: CONNECTION_STATE,
        payments: sql<number>`(
          select coalesce(sum(count), 0)::float8 from transaction_tallies where connection_id = ${own}
        )`,
        openOperations: sql<number>`(
          select count(*)::int from operations
          join transactions on transactions.id = operations.transaction_id
          where operations.state in ('intended', 'sending', 'pending', 'unknown', 'needs_review')
            and transactions.connection_id = ${own}
        )`,
        held: sql<ConnectionPage['held']>`(
          select coalesce(
            jsonb_agg(jsonb_build_object('currency', currency, 'heldMinor', held) order by currency),
            '[]'
          )
          from (
            select currency, sum(held_minor)::float8 as held from transaction_tallies
            where connection_id = ${own} group by currency having sum(held_minor) > 0
          ) as by_currency
        )`,
        lastWebhookAt: sql<Date | null>`(
          select max(received_at) from webhook_deliveries where connection_id = ${own}
        )`.mapWith(connections.createdAt),
        hasPreviousWebhook: sql<boolean>`coalesce(${connections.previousWebhookUntil} > now(), false)`,
        unread: sql<number>`(
          select count(*)::int from (
            select from unread_payments where connection_id = ${own} limit 100
          ) as unread
        )`,
      })
      .from(connections)
      .where(and(eq(connections.id, id), withinScope(scope, connections.id))),
  )
  return row ?? null
}

/** A change of a connection as the audit trail has it. */
export interface ConnectionEntry extends Record<string, unknown> {
  readonly action: string
  readonly actorName: string
  /** ISO 8601. */
  readonly at: string
}

/** The last changes of a connection, newest first. */
export async function listConnectionChanges(
  database: Database,
  id: string,
  limit: number,
): Promise<readonly ConnectionEntry[]> {
  const rows = await database.run((db) =>
    db.execute<ConnectionEntry>(sql`
      select action, actor_name as "actorName",
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from audit_entries where stream_id = ${id}::uuid
      order by sequence desc limit ${limit}`),
  )
  return Array.from(rows)
}
