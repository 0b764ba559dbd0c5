import { bigint, date, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

/**
 * How many payments there are and for how much, by status, currency and the day (UTC) by which
 * what they hold must be captured; `infinity` where nothing is held or no date is known. The truth
 * is this plus the changes that are not folded in yet; triggers write those, nothing else does.
 */
export const transactionTallies = pgTable(
  'transaction_tallies',
  {
    status: text().notNull(),
    currency: text().notNull(),
    captureDay: date().notNull(),
    count: bigint({ mode: 'number' }).notNull(),
    heldMinor: numeric().notNull(),
    capturedMinor: numeric().notNull(),
    refundedMinor: numeric().notNull(),
  },
  (table) => [primaryKey({ columns: [table.status, table.currency, table.captureDay] })],
)

/**
 * Differences to the tallies, appended in the transaction that makes them, so that captures never
 * wait for each other at a counter.
 */
export const transactionTallyChanges = pgTable('transaction_tally_changes', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  status: text().notNull(),
  currency: text().notNull(),
  captureDay: date().notNull(),
  count: bigint({ mode: 'number' }).notNull(),
  heldMinor: bigint({ mode: 'number' }).notNull(),
  capturedMinor: bigint({ mode: 'number' }).notNull(),
  refundedMinor: bigint({ mode: 'number' }).notNull(),
})
