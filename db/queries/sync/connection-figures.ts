import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { withinScope } from '@/db/queries/within-scope'
import type { Scope } from '@/lib/domain/access/scope'

export interface ConnectionFigures {
  /** Payments that could not be read. */
  readonly unread: number
  /** The last webhook that was accepted; refused ones are not stored. */
  readonly lastWebhookAt: Date | null
}

interface FiguresRow extends Record<string, unknown> {
  readonly id: string
  readonly unread: number
  readonly lastWebhookAt: string | null
}

/** What came in, or could not, by the connection in scope that it belongs to. */
export async function findConnectionFigures(
  database: Database,
  scope: Scope,
): Promise<ReadonlyMap<string, ConnectionFigures>> {
  const rows = await database.run((db) =>
    db.execute<FiguresRow>(sql`
      select connections.id,
        (select count(*)::int from unread_payments as one where one.connection_id = connections.id)
          as unread,
        (
          select one.received_at::text from webhook_deliveries as one
          where one.connection_id = connections.id
          order by one.received_at desc
          limit 1
        ) as "lastWebhookAt"
      from connections
      where ${withinScope(scope, sql`connections.id`) ?? sql`true`}`),
  )
  return new Map(
    rows.map(({ id, unread, lastWebhookAt }) => [
      id,
      { unread, lastWebhookAt: lastWebhookAt === null ? null : new Date(lastWebhookAt) },
    ]),
  )
}
