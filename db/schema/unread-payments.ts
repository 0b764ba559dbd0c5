import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { UNREAD_REASONS } from '@/lib/domain/payment/unread-payment'
import { oneOf, timestampTz } from './columns'
import { connections } from './connections'

/**
 * Payments whose last read failed, known to us before or not. A row goes away by itself when its
 * payment is read and kept again.
 */
export const unreadPayments = pgTable(
  'unread_payments',
  {
    id: uuid().primaryKey(),
    connectionId: uuid()
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
    /** Null for entries of a list that have no id: all those of a connection are one row. */
    providerTransactionId: text(),
    reason: text({ enum: UNREAD_REASONS }).notNull(),
    /** The place and kind of the mistake, in technical words of ours without values. */
    detail: text(),
    since: timestampTz().notNull().defaultNow(),
    triedAt: timestampTz().notNull().defaultNow(),
    /** Failed reads so far. */
    tries: integer().notNull().default(1),
    /** Time of the next read by itself; a claim moves it on. */
    dueAt: timestampTz().notNull(),
  },
  (table) => [
    unique('unread_payments_once')
      .on(table.connectionId, table.providerTransactionId)
      .nullsNotDistinct(),
    index('unread_payments_due').on(table.dueAt),
    check('unread_payments_reason_known', oneOf(table.reason, UNREAD_REASONS)),
  ],
)
