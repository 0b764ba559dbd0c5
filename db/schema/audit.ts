import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { timestampTz } from './columns'

/**
 * The audit trail, append-only. A trigger numbers each entry within its stream, stamps the time,
 * and chains it to the one before by SHA-256; another refuses UPDATE, DELETE and TRUNCATE.
 */
export const auditEntries = pgTable(
  'audit_entries',
  {
    /** A transaction id, or the id of whatever else the entry is about. */
    streamId: uuid().notNull(),
    sequence: bigint({ mode: 'number' }).notNull(),
    at: timestampTz().notNull(),
    action: text().notNull(),
    actorId: uuid(),
    /** The name and role at that time; "system" with no id when no person requested it. */
    actorName: text().notNull(),
    actorRole: text().notNull(),
    requestId: uuid(),
    operationId: uuid(),
    reason: text(),
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
    /** The network address that the request was counted under; hashed where there is one. */
    address: text(),
  },
  (table) => [
    primaryKey({ columns: [table.streamId, table.sequence] }),
    // For the trail by day. Entries come in the order of time, so that a few ranges of blocks are enough: an entry costs none.
    index('audit_entries_at').using('brin', table.at),
  ],
)

/** The newest entry of each stream; written by the trigger only. */
export const auditHeads = pgTable('audit_heads', {
  streamId: uuid().primaryKey(),
  sequence: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
})
