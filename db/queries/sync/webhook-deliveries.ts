import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { webhookDeliveries } from '@/db/schema/webhooks'
import type { DeliveryResult } from '@/lib/domain/provider/provider'

export type NewDelivery = Pick<
  typeof webhookDeliveries.$inferInsert,
  'id' | 'connectionId' | 'deliveryId' | 'digest'
> & {
  readonly providerTransactionId: string | null
  readonly orderReference: string | null
  readonly sentAt: Date | null
}

/** Stores a verified webhook; false when it was stored before. */
export async function insertDelivery(database: Database, delivery: NewDelivery): Promise<boolean> {
  const inserted = await database.run((db) =>
    db
      .insert(webhookDeliveries)
      .values(delivery)
      .onConflictDoNothing({
        target: [webhookDeliveries.connectionId, webhookDeliveries.deliveryId],
      })
      .returning({ id: webhookDeliveries.id }),
  )
  return inserted.length > 0
}

/** A webhook whose read this caller may do until its lease ends. */
export interface ClaimedDelivery extends Record<string, unknown> {
  readonly id: string
  readonly connectionId: string
  readonly providerTransactionId: string | null
  readonly orderReference: string | null
  /** This try included. */
  readonly tries: number
  /** Milliseconds of database time since it was received. */
  readonly ageMs: number
}

/**
 * Leases webhooks whose read is due, oldest first. Rows that another instance holds are skipped;
 * what its holder leaves behind is due again when the lease ends (I13).
 */
export function claimDeliveries(
  database: Database,
  claim: { readonly limit: number; readonly leaseMs: number },
): Promise<readonly ClaimedDelivery[]> {
  return database.run((db) =>
    db.execute<ClaimedDelivery>(sql`
      with due as (
        select id from webhook_deliveries
        where processed_at is null and due_at <= now()
        order by due_at
        limit ${claim.limit}
        for update skip locked
      )
      update webhook_deliveries set
        due_at = now() + ${claim.leaseMs} * interval '1 millisecond',
        tries = tries + 1
      from due where webhook_deliveries.id = due.id
      returning
        webhook_deliveries.id, connection_id as "connectionId",
        provider_transaction_id as "providerTransactionId", order_reference as "orderReference",
        tries, (extract(epoch from now() - received_at) * 1000)::float8 as "ageMs"`),
  )
}

/**
 * Closes a webhook, and with it all others about the same payment that were received before
 * `readAt`: what they announced, that read has seen.
 */
export async function finishDelivery(
  database: Database,
  delivery: ClaimedDelivery,
  result: DeliveryResult,
  readAt: string | null,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update webhook_deliveries set processed_at = now(), result = ${result}
      where processed_at is null and (
        id = ${delivery.id} or (
          connection_id = ${delivery.connectionId}
          and provider_transaction_id = ${delivery.providerTransactionId}
          and received_at <= ${readAt}::timestamptz
        )
      )`),
  )
}

/** Puts a webhook's read off. A limit on reads is a wait: that try does not count. */
export async function postponeDelivery(
  database: Database,
  id: string,
  delayMs: number,
  because: 'failure' | 'limit',
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update webhook_deliveries set
        due_at = now() + ${delayMs}::float8 * interval '1 millisecond',
        tries = tries - ${because === 'limit' ? 1 : 0}::int
      where id = ${id} and processed_at is null`),
  )
}
