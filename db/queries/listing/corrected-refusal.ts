import { sql, type SQL } from 'drizzle-orm'

/**
 * True when the provider corrected the refusal of this row of `operations`: an event of it, or one
 * that repairs such an event, shows that the money moved. The same rule as `correctionOf`.
 */
export const IS_CORRECTED: SQL = sql`exists (
  select 1 from transaction_events as done
  where done.transaction_id = operations.transaction_id and done.state = 'succeeded' and (
    done.operation_id = operations.id::text
    or done.reference = operations.reference
    or exists (
      select 1 from transaction_events as own
      where own.transaction_id = operations.transaction_id
        and (own.operation_id = operations.id::text or own.reference = operations.reference)
        and done.closes ? own.provider_event_id
    )
  )
)`
