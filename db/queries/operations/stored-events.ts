import { sql, type SQL } from 'drizzle-orm'

/**
 * The stored events of an operation's payment, as a JSON list, that belong to operations of ours or
 * were under way when they were read. An event with the operation's own reference is its own, also
 * once it has vanished and counts as failed.
 * @param operation the name under which a statement has the operation's row
 */
export function storedEvents(operation: SQL): SQL {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object(
      'providerEventId', event.provider_event_id,
      'operationId', case when event.reference = ${operation}.reference then ${operation}.id::text
        else event.operation_id end,
      'state', event.state
    )), '[]'::jsonb)
    from transaction_events event
    where event.transaction_id = ${operation}.transaction_id
      and (
        event.operation_id is not null or event.state = 'pending'
        or event.reference = ${operation}.reference
      )
  )`
}
