import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { timestampTz } from './columns'
import { users } from './people'
import { transactions } from './transactions'

/** Words that people put on payments, to find them by and to have rules act on them. */
export const paymentTags = pgTable(
  'payment_tags',
  {
    transactionId: uuid()
      .notNull()
      .references(() => transactions.id),
    /** As `search_key` writes it, so that one word is one tag. */
    tag: text().notNull(),
    actorId: uuid()
      .notNull()
      .references(() => users.id),
    /** The name at that time. */
    actorName: text().notNull(),
    taggedAt: timestampTz().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.transactionId, table.tag] }),
    index('payment_tags_tag').on(table.tag, table.transactionId),
    check(
      'payment_tags_tag_known',
      sql`${table.tag} = search_key(${table.tag}) and length(${table.tag}) between 1 and 40`,
    ),
  ],
)
