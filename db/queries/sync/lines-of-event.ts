import { sql, type SQL } from 'drizzle-orm'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { unreportedOrder } from '@/lib/domain/rules/order-news'

/**
 * The lines of a stored event as a snapshot updates them: as reported. A provider that reports a
 * new order does not repeat the one that was authorized: with the first event of a new order, the
 * order that we knew until then is kept with the authorization.
 */
export function linesOfEvent({ events }: Pick<TransactionSnapshot, 'events'>): SQL {
  const unreported = unreportedOrder(events)
  if (unreported === null) return sql`excluded.lines`
  const { openingId, changeId } = unreported
  return sql`case
            when excluded.provider_event_id <> ${openingId} then excluded.lines
            when exists (
              select from transaction_events change
              where change.transaction_id = excluded.transaction_id
                and change.provider_event_id = ${changeId}
            ) then transaction_events.lines
            else coalesce(
              (
                select jsonb_agg(
                  jsonb_build_object(
                    'lineId', line_id, 'description', description,
                    'quantityMicros', quantity_micros, 'amountMinor', amount_minor
                  ) order by order_items.position
                )
                from order_items where order_items.transaction_id = excluded.transaction_id
              ),
              excluded.lines
            )
          end`
}

/** True of the stored authorization whose order a later event replaced: its lines are set anew. */
export function isReplaced({ events }: Pick<TransactionSnapshot, 'events'>): SQL {
  const unreported = unreportedOrder(events)
  return unreported === null
    ? sql`false`
    : sql`excluded.provider_event_id = ${unreported.openingId}`
}
