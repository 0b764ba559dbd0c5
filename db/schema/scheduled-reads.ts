import { sql } from 'drizzle-orm'
import { index, pgTable, uuid } from 'drizzle-orm/pg-core'
import { timestampTz } from './columns'
import { transactions } from './transactions'

/**
 * Times at which payments that can still change are read again, whoever changes them. A table of
 * its own, so that a claim neither locks nor rewrites the payment's row. Payments that are over
 * have no row here.
 */
export const scheduledReads = pgTable(
  'scheduled_reads',
  {
    transactionId: uuid()
      .primaryKey()
      .references(() => transactions.id, { onDelete: 'cascade' }),
    dueAt: timestampTz().notNull(),
    /** A read has been due since then and was begun, and none has succeeded; else null. */
    owedSince: timestampTz(),
  },
  (table) => [
    index('scheduled_reads_due').on(table.dueAt),
    index('scheduled_reads_owed')
      .on(table.owedSince)
      .where(sql`${table.owedSince} is not null`),
  ],
)
