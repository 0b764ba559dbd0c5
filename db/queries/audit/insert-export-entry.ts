import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { Actor } from '@/lib/domain/access/actor'

export interface ExportEntry {
  readonly actor: Actor
  readonly requestId: string
  readonly format: string
  /** The list's query string, without the `?`. */
  readonly query: string
}

/** Writes into the audit trail who takes which list out of the house, in the person's own stream. */
export async function insertExportEntry(database: Database, entry: ExportEntry): Promise<void> {
  const { actor, requestId } = entry
  const detail = JSON.stringify({ format: entry.format, query: entry.query })
  await database.run((db) =>
    db.execute(sql`
      insert into audit_entries (
        stream_id, action, actor_id, actor_name, actor_role, request_id, address, detail
      ) values (
        ${actor.userId}, 'transactions.exported', ${actor.userId}, ${actor.name}, ${actor.role},
        ${requestId}, ${actor.address ?? null}, ${detail}::jsonb
      )`),
  )
}
