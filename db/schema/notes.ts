import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { ROLES } from '@/lib/domain/access/permission'
import { oneOf, timestampTz } from './columns'
import { users } from './people'
import { transactions } from './transactions'

/**
 * Notes that people wrote about a payment. Append-only: a trigger refuses UPDATE, DELETE and
 * TRUNCATE.
 */
export const notes = pgTable(
  'notes',
  {
    id: uuid().primaryKey(),
    transactionId: uuid()
      .notNull()
      .references(() => transactions.id),
    text: text().notNull(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    /** The name and role at that time. */
    authorName: text().notNull(),
    authorRole: text({ enum: ROLES }).notNull(),
    writtenAt: timestampTz().notNull().defaultNow(),
  },
  (table) => [
    index('notes_transaction').on(table.transactionId, table.writtenAt),
    check('notes_author_role_known', oneOf(table.authorRole, ROLES)),
    check('notes_text_length', sql`char_length(${table.text}) between 1 and 2000`),
  ],
)
