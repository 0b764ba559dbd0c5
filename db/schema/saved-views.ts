import { boolean, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { timestampTz } from './columns'
import { users } from './people'

/** A list that somebody keeps by name: the part of its address that filters, without the page. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: uuid().primaryKey(),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    query: text().notNull(),
    /** True when all people see it. */
    isShared: boolean().notNull().default(false),
    createdAt: timestampTz().notNull().defaultNow(),
  },
  (table) => [unique('saved_views_name').on(table.ownerId, table.name)],
)
