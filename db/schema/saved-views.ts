import { boolean, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { timestampTz } from './columns'
import { users } from './people'

/** A saved view: the filters in a list's address, without the page, under a name. */
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
