import { sql, type SQL } from 'drizzle-orm'
import { json } from '@/db/queries/sync/snapshot-rows'
import { restOfSnapshot } from '@/db/queries/sync/upsert-transaction'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'

/** A snapshot that an outcome keeps as a whole, and the connection that its payment came by. */
export interface KeptSnapshot {
  readonly connectionId: string
  readonly snapshot: TransactionSnapshot
}

/**
 * True of the stored payment whose snapshot is kept as a whole where its amounts are newer: it is this
 * payment, and no read has begun since. All else is left to the write of a read, which has more cases.
 */
export function isKept({ connectionId, snapshot }: KeptSnapshot, began: SQL): SQL {
  return sql`(
    connection_id = ${connectionId} and read_at <= ${began}
    and provider_transaction_id = ${snapshot.providerTransactionId}
  )`
}

/**
 * Further assignments of a payment: what the provider says of it besides its amounts, where it is kept.
 */
export function restOfPayment({ snapshot }: KeptSnapshot): SQL {
  const { customer, captureDeadline } = snapshot
  const kept = (value: unknown, column: SQL, type: SQL): SQL =>
    sql`${column} = case when known.is_kept then ${value}::${type} else ${column} end`
  const text = (value: string | null, column: SQL) => kept(value, column, sql`text`)
  const jsonb = (value: unknown, column: SQL) => kept(json(value), column, sql`jsonb`)
  const time = (value: Date | null, column: SQL) =>
    kept(value?.toISOString() ?? null, column, sql`timestamptz`)
  const changes = [
    text(snapshot.phase, sql`phase`),
    text(snapshot.method, sql`method`),
    kept(snapshot.amountMinor, sql`amount_minor`, sql`bigint`),
    text(snapshot.orderReference, sql`order_reference`),
    text(snapshot.orderReference2, sql`order_reference2`),
    text(customer.name, sql`customer_name`),
    text(customer.email, sql`customer_email`),
    text(customer.phone, sql`customer_phone`),
    text(customer.customerId, sql`customer_id`),
    kept(customer.isBusiness, sql`is_business`, sql`boolean`),
    jsonb(snapshot.billingAddress, sql`billing_address`),
    jsonb(snapshot.shippingAddress, sql`shipping_address`),
    jsonb(snapshot.paymentDetails, sql`payment_details`),
    jsonb(snapshot.historyGaps, sql`history_gaps`),
    jsonb(snapshot.flags, sql`traits`),
    time(captureDeadline?.at ?? null, sql`capture_by`),
    text(captureDeadline?.source ?? null, sql`capture_by_source`),
    text(snapshot.portalUrl, sql`portal_url`),
    time(snapshot.updatedAt, sql`provider_updated_at`),
  ]
  return sql`, ${sql.join(changes, sql`, `)}`
}

/** The parts that write the rest of a snapshot of the payment that the `changed` part has changed. */
export function keepRest(kept: KeptSnapshot): SQL {
  return sql`payment as (
        select id, currency, provider_updated_at from changed where is_kept
      ),
      ${restOfSnapshot(kept)},`
}
