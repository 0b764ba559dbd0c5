import { bigint, date, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'

/**
 * The number of payments and their sums, by connection, status, currency and the day (UTC) by which held money
 * must be captured; `infinity` where nothing is held or no date is known. The true figures are
 * these plus the changes that are not folded in yet. Only triggers write those changes.
 */
export const transactionTallies = pgTable(
  'transaction_tallies',
  {
    connectionId: uuid().notNull(),
    status: text().notNull(),
    currency: text().notNull(),
    captureDay: date().notNull(),
    count: bigint({ mode: 'number' }).notNull(),
    heldMinor: numeric().notNull(),
    capturedMinor: numeric().notNull(),
    refundedMinor: numeric().notNull(),
  },
  (table) => [
    primaryKey({
      name: 'transaction_tallies_key',
      columns: [table.connectionId, table.status, table.currency, table.captureDay],
    }),
  ],
)

/**
 * Differences to the tallies, appended in the transaction that makes them, so that captures never
 * wait for each other at a counter.
 */
export const transactionTallyChanges = pgTable('transaction_tally_changes', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  connectionId: uuid().notNull(),
  status: text().notNull(),
  currency: text().notNull(),
  captureDay: date().notNull(),
  count: bigint({ mode: 'number' }).notNull(),
  heldMinor: bigint({ mode: 'number' }).notNull(),
  capturedMinor: bigint({ mode: 'number' }).notNull(),
  refundedMinor: bigint({ mode: 'number' }).notNull(),
})
