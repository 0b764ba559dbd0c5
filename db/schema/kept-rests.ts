import { sql } from 'drizzle-orm'
import { check, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { amount, isAmount, timestampTz } from './columns'
import { users } from './people'
import { transactions } from './transactions'

/**
 * Payments of which a part was captured and whose rest a person keeps on hold, to ship it later. One
 * answer a payment: it is asked once, and stands until nothing is held any more.
 */
export const keptRests = pgTable(
  'kept_rests',
  {
    transactionId: uuid()
      .primaryKey()
      .references(() => transactions.id),
    /** Held when it was decided. */
    heldMinor: amount().notNull(),
    actorId: uuid()
      .notNull()
      .references(() => users.id),
    /** The name at that time. */
    actorName: text().notNull(),
    keptAt: timestampTz().notNull().defaultNow(),
  },
  (table) => [
    check('kept_rests_held', sql`${isAmount(table.heldMinor)} and ${table.heldMinor} > 0`),
  ],
)
