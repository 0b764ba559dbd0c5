import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ofPaymentWithin, withinScope } from '@/db/queries/within-scope'
import type { Actor } from '@/lib/domain/access/actor'

export interface NewNote {
  /** Made by the page: the same note sent twice is one note. */
  readonly noteId: string
  readonly transactionId: string
  readonly text: string
  readonly actor: Actor
  readonly requestId: string
}

/**
 * Writes a note and its audit entry, which holds a hash of the text, in one statement. False when
 * there is no such payment in the author's scope, or a note has this id already.
 */
export async function insertNote(database: Database, note: NewNote): Promise<boolean> {
  const { noteId, transactionId, text, actor } = note
  const inserted = await database.run((db) =>
    db.execute(sql`
      with note as (
        insert into notes (id, transaction_id, text, author_id, author_name, author_role)
        select ${noteId}, id, ${text}, ${actor.userId}, ${actor.name}, ${actor.role}
        from transactions
        where id = ${transactionId} and ${withinScope(actor.scope, sql`connection_id`) ?? sql`true`}
        on conflict (id) do nothing
        returning *
      ),
      entry as (
        insert into audit_entries (
          stream_id, action, actor_id, actor_name, actor_role, request_id, address, detail
        )
        select
          transaction_id, 'note.written', author_id, author_name, author_role, ${note.requestId}::uuid,
          ${actor.address ?? null}::text,
          jsonb_build_object('noteId', id, 'sha256', encode(sha256(convert_to(text, 'UTF8')), 'hex'))
        from note
      )
      select id from note`),
  )
  return inserted.length > 0
}

/** True when this very note is stored: same person, same payment in scope, same text. */
export async function isNoteStored(database: Database, note: NewNote): Promise<boolean> {
  const within = ofPaymentWithin(note.actor.scope, sql`notes.transaction_id`) ?? sql`true`
  const found = await database.run((db) =>
    db.execute(sql`
      select 1 from notes
      where id = ${note.noteId} and transaction_id = ${note.transactionId}
        and author_id = ${note.actor.userId} and text = ${note.text}
        and ${within}`),
  )
  return found.length > 0
}
