import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

/** An entry as the chain sees it: `content` is the canonical text that was hashed. */
export interface ChainEntry extends Record<string, unknown> {
  readonly streamId: string
  readonly sequence: number
  readonly previousHash: string
  readonly hash: string
  readonly content: string
  /** True for the entry of an intent that is dated otherwise than the operation it was written with. */
  readonly isOutOfTime: boolean
}

/** An intent and its entry are one statement, which takes seconds at most. */
const ONE_STATEMENT = sql`interval '10 minutes'`

/** The newest entry of a stream, as the database remembers it. */
export interface ChainHead extends Record<string, unknown> {
  readonly streamId: string
  readonly sequence: number
  readonly hash: string
}

/** A page of entries in the order of their streams, after the given position. */
export function listChainEntries(
  database: Database,
  after: { readonly streamId: string; readonly sequence: number },
  limit: number,
): Promise<readonly ChainEntry[]> {
  return database.run((db) =>
    db.execute<ChainEntry>(sql`
      select
        stream_id as "streamId", sequence::float8 as sequence, previous_hash as "previousHash", hash,
        audit_entry_content(audit_entries) as content,
        action = 'operation.intended' and exists (
          select from operations
          where operations.id = operation_id
            and at not between created_at - ${ONE_STATEMENT} and created_at + ${ONE_STATEMENT}
        ) as "isOutOfTime"
      from audit_entries
      where (stream_id, sequence) > (${after.streamId}::uuid, ${after.sequence}::bigint)
      order by stream_id, sequence
      limit ${limit}`),
  )
}

/** A page of heads in the order of their streams. */
export function listChainHeads(
  database: Database,
  afterStreamId: string,
  limit: number,
): Promise<readonly ChainHead[]> {
  return database.run((db) =>
    db.execute<ChainHead>(sql`
      select stream_id as "streamId", sequence::float8 as sequence, hash
      from audit_heads where stream_id > ${afterStreamId}::uuid
      order by stream_id limit ${limit}`),
  )
}
