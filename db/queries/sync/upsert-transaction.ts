import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { deriveStatus, findContradiction } from '@/lib/domain/payment/transaction'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { completeSnapshot } from './complete-snapshot'
import { isReplaced, linesOfEvent } from './lines-of-event'
import { scheduleNextRead } from './schedule-next-read'
import { eventRows, itemRows, json } from './snapshot-rows'

export interface SnapshotWrite {
  /** Used when the payment is new to us. */
  readonly newId: string
  readonly connectionId: string
  readonly snapshot: TransactionSnapshot
  /** Database time (ISO 8601) at which the read began that made the snapshot. */
  readonly readAt: string
}

/**
 * Writes one read of a payment, its items and its events in a single statement, together with the
 * refunds that only we know of, however the read came to be made. Returns false when
 * we already know something newer: a read that began earlier, or holds fewer events, changes
 * nothing. Only events that were under way may be missing: they vanish when they fail. A reservation
 * shrinks to what the provider has left, so that totals can always follow the provider (T1, O1). It
 * also sets when the payment is read next, and it counts as read again.
 */
export async function upsertTransaction(database: Database, read: SnapshotWrite): Promise<boolean> {
  const snapshot = await completeSnapshot(database, read.connectionId, read.snapshot)
  const write = { ...read, snapshot }
  const written = await database.run((db) =>
    db.execute<{ id: string }>(sql`
      with ${upsertPayment(write)},
      ${restOfSnapshot(write)}
      select id from payment`),
  )
  return written.length > 0
}

/**
 * The parts of a statement that write what a snapshot shows of its `payment` part besides the payment
 * itself: when it is read next, items and events; and that it was read.
 */
export function restOfSnapshot({
  connectionId,
  snapshot,
}: Pick<SnapshotWrite, 'connectionId' | 'snapshot'>): SQL {
  return sql`${scheduleNextRead(snapshot)},
      ${upsertItems(snapshot)},
      ${failVanishedEvents(snapshot)},
      ${upsertEvents(snapshot)},
      ${clearUnread(connectionId, snapshot)}`
}

/** The part of the statement that writes the payment itself; it holds the guards. */
function upsertPayment({ newId, connectionId, snapshot, readAt }: SnapshotWrite): SQL {
  const { totals, customer } = snapshot
  return sql`payment as (
        insert into transactions as known (
          id, connection_id, provider_transaction_id, phase, status, provider_status, method,
          currency, amount_minor, authorized_minor, captured_minor, refunded_minor, released_minor,
          is_contradictory, order_reference, order_reference2, customer_name, customer_email, customer_phone,
          customer_id, is_business, billing_address, shipping_address, payment_details,
          history_gaps, traits, capture_by, capture_by_source, portal_url, provider_created_at,
          provider_updated_at, read_at, event_count, first_event_count
        ) values (
          ${newId}, ${connectionId}, ${snapshot.providerTransactionId}, ${snapshot.phase},
          ${deriveStatus(snapshot.phase, totals)}, ${snapshot.providerStatus}, ${snapshot.method},
          ${snapshot.currency}, ${snapshot.amountMinor}, ${totals.authorizedMinor},
          ${totals.capturedMinor}, ${totals.refundedMinor}, ${totals.releasedMinor},
          ${findContradiction(totals) !== null},
          ${snapshot.orderReference}, ${snapshot.orderReference2}, ${customer.name},
          ${customer.email}, ${customer.phone}, ${customer.customerId}, ${customer.isBusiness},
          ${json(snapshot.billingAddress)}::jsonb, ${json(snapshot.shippingAddress)}::jsonb,
          ${json(snapshot.paymentDetails)}::jsonb, ${json(snapshot.historyGaps)}::jsonb,
          ${json(snapshot.flags)}::jsonb,
          ${snapshot.captureDeadline?.at.toISOString() ?? null},
          ${snapshot.captureDeadline?.source ?? null}, ${snapshot.portalUrl},
          ${snapshot.createdAt.toISOString()}, ${snapshot.updatedAt.toISOString()}, ${readAt},
          ${snapshot.events.length}, ${snapshot.events.length}
        )
        on conflict (connection_id, provider_transaction_id) do update set
          phase = excluded.phase,
          status = excluded.status,
          provider_status = excluded.provider_status,
          method = excluded.method,
          amount_minor = excluded.amount_minor,
          authorized_minor = excluded.authorized_minor,
          captured_minor = excluded.captured_minor,
          refunded_minor = excluded.refunded_minor,
          released_minor = excluded.released_minor,
          is_contradictory = excluded.is_contradictory,
          reserved_capture_minor = greatest(0, least(
            known.reserved_capture_minor,
            excluded.authorized_minor - excluded.captured_minor - excluded.released_minor
          )),
          reserved_refund_minor = greatest(0, least(
            known.reserved_refund_minor, excluded.captured_minor - excluded.refunded_minor
          )),
          order_reference = excluded.order_reference,
          order_reference2 = excluded.order_reference2,
          customer_name = excluded.customer_name,
          customer_email = excluded.customer_email,
          customer_phone = excluded.customer_phone,
          customer_id = excluded.customer_id,
          is_business = excluded.is_business,
          billing_address = excluded.billing_address,
          shipping_address = excluded.shipping_address,
          payment_details = excluded.payment_details,
          history_gaps = excluded.history_gaps,
          traits = excluded.traits,
          capture_by = excluded.capture_by,
          capture_by_source = excluded.capture_by_source,
          portal_url = excluded.portal_url,
          provider_updated_at = excluded.provider_updated_at,
          read_at = excluded.read_at,
          event_count = excluded.event_count
        where known.read_at <= excluded.read_at
          and known.event_count <= excluded.event_count + ${vanishedCount(snapshot)}
          and known.currency = excluded.currency
        returning id, currency, provider_updated_at
      )`
}

/** The part that takes the payment off those that could not be read. */
function clearUnread(connectionId: string, snapshot: TransactionSnapshot): SQL {
  return sql`cleared as (
        delete from unread_payments using payment
        where unread_payments.connection_id = ${connectionId}
          and unread_payments.provider_transaction_id = ${snapshot.providerTransactionId}
      )`
}

/** The parts that write the payment's items and take away those that are no more. */
function upsertItems(snapshot: TransactionSnapshot): SQL {
  return sql`surplus_items as (
        delete from order_items using payment
        where transaction_id = payment.id and position >= ${snapshot.items.length}
      ),
      items as (
        insert into order_items (
          transaction_id, position, line_id, sku, description, quantity_micros, amount_minor,
          vat_amount_minor, vat_basis_points, gross_amount_minor, kind
        )
        select payment.id, item.*
        from payment, jsonb_to_recordset(${json(itemRows(snapshot))}::jsonb) as item(
          position int, line_id text, sku text, description text, quantity_micros bigint,
          amount_minor bigint, vat_amount_minor bigint, vat_basis_points int,
          gross_amount_minor bigint, kind text
        )
        on conflict (transaction_id, position) do update set
          line_id = excluded.line_id,
          sku = excluded.sku,
          description = excluded.description,
          quantity_micros = excluded.quantity_micros,
          amount_minor = excluded.amount_minor,
          vat_amount_minor = excluded.vat_amount_minor,
          vat_basis_points = excluded.vat_basis_points,
          gross_amount_minor = excluded.gross_amount_minor,
          kind = excluded.kind
        where order_items is distinct from excluded
      )`
}

/** The events that were under way when they were stored and that the snapshot does not show. */
function isVanished(snapshot: TransactionSnapshot): SQL {
  const shown = JSON.stringify(snapshot.events.map(({ providerEventId }) => providerEventId))
  return sql`stored.state = 'pending' and not ${shown}::jsonb ? stored.provider_event_id`
}

function vanishedCount(snapshot: TransactionSnapshot): SQL {
  return sql`(
            select count(*) from transaction_events stored
            where stored.transaction_id = known.id and ${isVanished(snapshot)}
          )`
}

/** The part that keeps vanished events as failed: nothing of them was done. */
function failVanishedEvents(snapshot: TransactionSnapshot): SQL {
  return sql`vanished as (
        update transaction_events stored set state = 'failed'
        from payment where stored.transaction_id = payment.id and ${isVanished(snapshot)}
      )`
}

/**
 * The part that writes the payment's events; which operation made one is never forgotten, nor is the
 * order that a later one replaced.
 */
function upsertEvents(snapshot: TransactionSnapshot): SQL {
  return sql`events as (
        insert into transaction_events (
          transaction_id, currency, position, provider_event_id, kind, provider_kind, state,
          amount_minor, lines, reference, operation_id, provider_reference, error, closes,
          occurred_at
        )
        select payment.id, payment.currency, event.*
        from payment, jsonb_to_recordset(${json(eventRows(snapshot))}::jsonb) as event(
          position int, provider_event_id text, kind text, provider_kind text, state text,
          amount_minor bigint, lines jsonb, reference text, operation_id text,
          provider_reference text, error jsonb, closes jsonb, occurred_at timestamptz
        )
        on conflict (transaction_id, provider_event_id) do update set
          position = excluded.position,
          kind = excluded.kind,
          provider_kind = excluded.provider_kind,
          state = excluded.state,
          amount_minor = excluded.amount_minor,
          lines = ${linesOfEvent(snapshot)},
          reference = excluded.reference,
          operation_id = coalesce(excluded.operation_id, transaction_events.operation_id),
          provider_reference = excluded.provider_reference,
          error = excluded.error,
          closes = excluded.closes,
          occurred_at = excluded.occurred_at
        where transaction_events is distinct from excluded or ${isReplaced(snapshot)}
      )`
}
