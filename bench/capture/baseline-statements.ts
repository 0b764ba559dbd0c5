import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { AMOUNT_MINOR, CURRENCY } from './payments'

interface BaselineOperation {
  readonly id: string
  readonly paymentId: string
  readonly attemptId: string
}

interface AnsweredEvent {
  readonly id: string
  readonly event: string
}

/** The four writes of a capture as plain prepared statements. */
export function baselineStatements(sql: postgres.Sql) {
  return { ...sendStatements(sql), ...resultStatements(sql) }
}

function sendStatements(sql: postgres.Sql) {
  return {
    captureBody: (reference: string) =>
      JSON.stringify({ amount: AMOUNT_MINOR, capture_reference: reference }),

    intent: (
      operation: BaselineOperation,
      reference: string,
      actor: { readonly id: string; readonly name: string },
    ) => sql`
      with payment as (
        update transactions
        set open_operation_id = ${operation.id}, reserved_capture_minor = ${AMOUNT_MINOR}
        where id = ${operation.paymentId} and open_operation_id is null
          and authorized_minor - captured_minor - released_minor >= ${AMOUNT_MINOR}
        returning *
      ),
      operation as (
        insert into operations (
          id, transaction_id, kind, state, amount_minor, currency, lines, reference, input_digest,
          actor_id, actor_name, actor_role, request_id, baseline_totals, baseline_event_count,
          next_check_at
        )
        select
          ${operation.id}, payment.id, 'capture', 'intended', ${AMOUNT_MINOR}, ${CURRENCY}, '[]',
          ${reference}, ${reference}, ${actor.id}, ${actor.name}, 'staff', ${randomUUID()},
          jsonb_build_object('capturedMinor', captured_minor), event_count,
          now() + interval '1 minute'
        from payment
        returning *
      )
      insert into audit_entries (
        stream_id, action, actor_id, actor_name, actor_role, request_id, operation_id, detail
      )
      select
        transaction_id, 'operation.intended', actor_id, actor_name, actor_role, request_id, id,
        jsonb_build_object('kind', kind, 'amountMinor', amount_minor)
      from operation`,

    attempt: (operation: BaselineOperation) => sql`
      with operation as (
        update operations
        set state = 'sending', sent_at = now(), next_check_at = now() + interval '1 minute'
        where id = ${operation.id} and state = 'intended'
        returning id
      )
      insert into attempts (id, operation_id, number)
      select ${operation.attemptId}, id, 1 from operation`,
  }
}

function resultStatements(sql: postgres.Sql) {
  return {
    outcome: (operation: BaselineOperation, responseBody: string) => sql`
      with operation as (
        update operations set state = 'succeeded', settled_at = now(), next_check_at = null
        where id = ${operation.id} and state = 'sending'
        returning *
      ),
      payment as (
        update transactions set
          open_operation_id = null, reserved_capture_minor = 0, status = 'captured',
          captured_minor = captured_minor + ${AMOUNT_MINOR}, event_count = event_count + 1,
          read_at = now()
        from operation where transactions.id = operation.transaction_id
      ),
      attempt as (
        update attempts set
          finished_at = now(), outcome = 'succeeded',
          http_exchange = jsonb_build_object('responseBody', ${responseBody}::text)
        from operation where attempts.operation_id = operation.id
      )
      insert into audit_entries (
        stream_id, action, actor_id, actor_name, actor_role, request_id, operation_id, detail
      )
      select
        transaction_id, 'operation.succeeded', actor_id, actor_name, actor_role, request_id, id,
        jsonb_build_object('kind', kind, 'amountMinor', amount_minor)
      from operation`,

    snapshot: (operation: BaselineOperation, responseBody: string) => {
      const { events } = JSON.parse(responseBody) as { events: readonly AnsweredEvent[] }
      const captured = events.findLast((event) => event.event === 'CAPTURE')
      return sql`
        with payment as (
          update transactions set
            provider_status = 'CAPTURED', provider_updated_at = now(), read_at = now()
          where id = ${operation.paymentId}
          returning id, currency
        )
        insert into transaction_events (
          transaction_id, currency, provider_event_id, position, kind, provider_kind, state,
          amount_minor, lines, operation_id, closes, occurred_at
        )
        select
          id, currency, ${captured?.id ?? ''}, ${events.length - 1}, 'capture', 'CAPTURE', 'succeeded',
          ${AMOUNT_MINOR}, '[]', ${operation.id}, '[]', now()
        from payment`
    },
  }
}
