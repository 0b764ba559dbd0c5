import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { OperationRequest } from '@/lib/domain/operation'

export interface Intent {
  readonly request: OperationRequest
  readonly inputDigest: string
  readonly reference: string
  readonly actor: Actor
  readonly requestId: string
}

/**
 * The intent in one guarded statement: it reserves the amount, writes the operation and its audit
 * entry, or does none of it. True when it was written; false when the guard found no room, another
 * open operation, another currency, or this id already used. Who comes second at the same moment
 * waits for the row and then meets the guard (I1, I3, I5).
 */
export async function insertCaptureIntent(database: Database, intent: Intent): Promise<boolean> {
  const { request, actor } = intent
  const inserted = await database.run((db) =>
    db.execute(sql`
      with payment as (
        update transactions set
          open_operation_id = ${request.operationId},
          reserved_capture_minor = ${request.amountMinor}
        where id = ${request.transactionId}
          and phase = 'open'
          and currency = ${request.currency}
          and open_operation_id is null
          and ${request.amountMinor}::bigint > 0
          and authorized_minor - captured_minor - released_minor >= ${request.amountMinor}::bigint
          and not exists (select 1 from operations where operations.id = ${request.operationId})
        returning id, authorized_minor, captured_minor, refunded_minor, released_minor, event_count
      ),
      operation as (
        insert into operations (
          id, transaction_id, kind, state, amount_minor, currency, lines, reason, reference,
          input_digest, actor_id, actor_name, actor_role, request_id, baseline_totals,
          baseline_event_count, next_check_at
        )
        select
          ${request.operationId}, payment.id, ${request.kind}, 'intended', ${request.amountMinor},
          ${request.currency}, ${JSON.stringify(request.lines)}::jsonb, ${request.reason},
          ${intent.reference}, ${intent.inputDigest}, ${actor.userId}, ${actor.name},
          ${actor.role}, ${intent.requestId},
          jsonb_build_object(
            'authorizedMinor', authorized_minor,
            'capturedMinor', captured_minor,
            'refundedMinor', refunded_minor,
            'releasedMinor', released_minor
          ),
          event_count, now() + interval '1 minute'
        from payment
        returning *
      ),
      entry as (
        insert into audit_entries (
          stream_id, action, actor_id, actor_name, actor_role, request_id, operation_id, reason, detail
        )
        select
          transaction_id, 'operation.intended', actor_id, actor_name, actor_role, request_id, id,
          reason, jsonb_build_object('kind', kind, 'amountMinor', amount_minor, 'currency', currency)
        from operation
      )
      select id from operation`),
  )
  return inserted.length > 0
}
