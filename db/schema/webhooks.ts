import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { DELIVERY_RESULTS } from '@/lib/domain/provider/provider'
import { oneOf, timestampTz } from './columns'
import { connections } from './connections'

/**
 * The verified webhooks, one row each, without their bodies: who called, about which payment. The
 * rows that are not processed are also the queue of reads to do. What was received never changes
 * and no row is ever deleted, so a replay is known however late it comes; a trigger sees to that.
 */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: uuid().primaryKey(),
    connectionId: uuid()
      .notNull()
      .references(() => connections.id),
    deliveryId: text().notNull(),
    providerTransactionId: text(),
    orderReference: text(),
    /** SHA-256 of the call's address and body. */
    digest: text().notNull(),
    /** Time at which the provider made it, by the provider's own clock. */
    sentAt: timestampTz(),
    receivedAt: timestampTz().notNull().defaultNow(),
    /** Time of the read that it causes; a claim moves it past the lease. */
    dueAt: timestampTz().notNull().defaultNow(),
    /** Tries to read so far. */
    tries: integer().notNull().default(0),
    processedAt: timestampTz(),
    result: text({ enum: DELIVERY_RESULTS }),
  },
  (table) => [
    index('webhook_deliveries_received').on(
      table.connectionId,
      table.receivedAt.desc().nullsFirst(),
    ),
    unique('webhook_deliveries_once').on(table.connectionId, table.deliveryId),
    index('webhook_deliveries_due')
      .on(table.dueAt)
      .where(sql`${table.processedAt} is null`),
    index('webhook_deliveries_waiting')
      .on(table.connectionId, table.providerTransactionId)
      .where(sql`${table.processedAt} is null`),
    check('webhook_deliveries_result_known', oneOf(table.result, DELIVERY_RESULTS)),
    check(
      'webhook_deliveries_processed_with_result',
      sql`(${table.processedAt} is null) = (${table.result} is null)`,
    ),
  ],
)
