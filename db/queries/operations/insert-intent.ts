import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { withinScope } from '@/db/queries/within-scope'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import type { ByRule, OperationKind, OperationRequest } from '@/lib/domain/operation/operation'
import type { PaymentFlag } from '@/lib/domain/payment/transaction-snapshot'

export interface Intent {
  readonly request: OperationRequest
  /** The id of its one send, whose sender holds the lock of this name by now. */
  readonly attemptId: string
  /** The payment's money revision that the decision was based on. */
  readonly expectedRevision: string
  readonly inputDigest: string
  readonly reference: string
  readonly actor: Actor
  readonly requestId: string
  /** Database time (ISO 8601) at which it was requested. */
  readonly requestedAt: string
  /** The rule on whose account it is; null or left out where a person asked for it. */
  readonly byRule?: ByRule | null
}

interface KindOfIntent {
  /** The condition on the payment under which the amount is available. */
  readonly guard: (amountMinor: number) => SQL
  readonly reservesCapture: boolean
  readonly reservesRefund: boolean
}

const held = sql`(authorized_minor - captured_minor - released_minor)`

/** A standalone operation takes nothing of the payment; its own amount is the limit. */
function addStandalone(flag: PaymentFlag, amountMinor: number): SQL {
  return sql`captured_minor > 0 and traits ? ${flag} and amount_minor >= ${amountMinor}::bigint`
}

const KINDS: Readonly<Record<OperationKind, KindOfIntent>> = {
  capture: {
    guard: (amountMinor) => sql`${held} >= ${amountMinor}::bigint`,
    reservesCapture: true,
    reservesRefund: false,
  },
  refund: {
    guard: (amountMinor) => sql`captured_minor - refunded_minor >= ${amountMinor}::bigint`,
    reservesCapture: false,
    reservesRefund: true,
  },
  void: {
    guard: (amountMinor) => sql`${held} = ${amountMinor}::bigint`,
    reservesCapture: true,
    reservesRefund: false,
  },
  update_authorization: {
    guard: (amountMinor) =>
      sql`${held} > 0 and captured_minor + released_minor <= ${amountMinor}::bigint`,
    reservesCapture: false,
    reservesRefund: false,
  },
  extend_authorization: {
    guard: (amountMinor) => sql`${held} > 0 and authorized_minor = ${amountMinor}::bigint`,
    reservesCapture: false,
    reservesRefund: false,
  },
  charge_again: {
    guard: (amountMinor) => addStandalone('debit', amountMinor),
    reservesCapture: false,
    reservesRefund: false,
  },
  pay_out: {
    guard: (amountMinor) => addStandalone('stored_card', amountMinor),
    reservesCapture: false,
    reservesRefund: false,
  },
  confirm_receipt: {
    guard: (amountMinor) => sql`${held} >= ${amountMinor}::bigint`,
    reservesCapture: true,
    reservesRefund: false,
  },
}

/**
 * Intent and attempt in one guarded statement: it reserves the amount, writes the operation, its
 * attempt and its audit entry, or does none of it (I2). True when it was written, and this caller may
 * send: its attempt is the only one. Repair leaves it alone until the longest that the send can take
 * is over; false when the guard found no room, a
 * connection that is not the person's to see or is disabled, figures that contradict each other,
 * another open operation, another currency, this id already used, that money was moved since the
 * payment was seen, or that the request is so old that a person may have been shown that nothing
 * was started. Who comes second at the same moment waits for the row and then meets the guard (I1,
 * I3, I5). The connection's row is held until it is written: who disables or removes the connection
 * waits for it, and sees the operation then.
 */
export async function insertIntent(database: Database, intent: Intent): Promise<boolean> {
  const { request, actor } = intent
  const { amountMinor } = request
  const { guard, reservesCapture, reservesRefund } = KINDS[request.kind]
  const inserted = await database.run((db) =>
    db.execute(sql`
      with usable as materialized (
        select id from connections
        where id = (select connection_id from transactions where id = ${request.transactionId})
          and disabled_at is null
        for key share
      ),
      payment as (
        update transactions set
          open_operation_id = ${request.operationId},
          reserved_capture_minor = ${reservesCapture ? amountMinor : 0},
          reserved_refund_minor = ${reservesRefund ? amountMinor : 0},
          operation_count = operation_count + 1
        where id = ${request.transactionId}
          and connection_id in (select usable.id from usable)
          and ${withinScope(actor.scope, sql`connection_id`) ?? sql`true`}
          and phase = 'open'
          and not is_contradictory
          and currency = ${request.currency}
          and open_operation_id is null
          and money_revision = ${intent.expectedRevision}
          and clock_timestamp() < ${intent.requestedAt}::timestamptz
            + ${LIMITS.operation.startDeadlineMs} * interval '1 millisecond'
          and ${amountMinor}::bigint > 0
          and ${guard(amountMinor)}
          and not exists (select 1 from operations where operations.id = ${request.operationId})
        returning id, authorized_minor, captured_minor, refunded_minor, released_minor, event_count
      ),
      operation as (
        insert into operations (
          id, transaction_id, kind, state, amount_minor, currency, lines, new_items,
          order_changes, reason, reference, input_digest, actor_id, actor_name, actor_role,
          request_id, baseline_totals, baseline_event_count, sent_at, next_check_at
        )
        select
          ${request.operationId}, payment.id, ${request.kind}, 'sending', ${amountMinor},
          ${request.currency}, ${JSON.stringify(request.lines)}::jsonb,
          ${jsonOrNull(request.newItems)}::jsonb, ${jsonOrNull(request.orderChanges)}::jsonb,
          ${request.reason}, ${intent.reference}, ${intent.inputDigest}, ${actor.userId},
          ${actor.name}, ${actor.role}, ${intent.requestId},
          jsonb_build_object(
            'authorizedMinor', authorized_minor,
            'capturedMinor', captured_minor,
            'refundedMinor', refunded_minor,
            'releasedMinor', released_minor
          ),
          event_count, now(), now() + ${LIMITS.operation.sendDeadlineMs} * interval '1 millisecond'
        from payment
        returning *
      ),
      attempt as (
        insert into attempts (id, operation_id, number)
        select ${intent.attemptId}, operation.id, 1 from operation
      ),
      entry as (
        insert into audit_entries (
          stream_id, action, actor_id, actor_name, actor_role, request_id, operation_id, reason,
          address, detail
        )
        select
          transaction_id, 'operation.intended', actor_id, actor_name, actor_role, request_id, id,
          reason, ${actor.address ?? null}::text,
          jsonb_build_object('kind', kind, 'amountMinor', amount_minor, 'currency', currency)
            || ${ruleDetail(intent.byRule)}
        from operation
      )
      select id from operation`),
  )
  return inserted.length > 0
}

/** What the audit entry says of the rule, besides the person whose rights it has. */
function ruleDetail(byRule: ByRule | null | undefined): SQL {
  const detail = byRule ? { rule: byRule.name, ruleId: byRule.id } : {}
  return sql`${JSON.stringify(detail)}::jsonb`
}

/** True when the attempt's row exists. Called after writing it gave an error. */
export async function isAttemptStored(database: Database, attemptId: string): Promise<boolean> {
  const found = await database.run((db) =>
    db.execute(sql`select 1 from attempts where id = ${attemptId}`),
  )
  return found.length > 0
}

function jsonOrNull(value: readonly unknown[] | null): string | null {
  return value === null ? null : JSON.stringify(value)
}
