import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'
import { rowAsJson, rowFromJson, type JsonRow } from '@/db/queries/rows-as-json'
import type { HttpExchange } from '@/lib/domain/operation/http-exchange'
import { isOpen, statesBefore, type OperationState } from '@/lib/domain/operation/outcome'
import type { StatusDetail } from '@/lib/domain/operation/status-detail'
import { deriveStatus, findContradiction } from '@/lib/domain/payment/transaction'
import type { RetryAdvice, TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { isKept, keepRest, REST_OF_PAYMENT, shownPayment, type KeptSnapshot } from './kept-snapshot'
import { OPERATION_VIEW } from './operation-view'

export interface OutcomeRecord {
  readonly operationId: string
  readonly state: OperationState
  /** The provider's message, or the reason why the outcome is unknown. */
  readonly message: StatusDetail | null
  readonly refusalCode: string | null
  readonly retry: RetryAdvice | null
  readonly providerReference: string | null
  /** The payment as the provider showed it together with this outcome. */
  readonly snapshot: TransactionSnapshot | null
  /**
   * The connection of the payment, to keep the whole snapshot with the outcome; left out where its
   * amounts alone are written, and the caller writes the rest.
   */
  readonly connectionId?: string
  /** Database time (ISO 8601) at which the snapshot's read began; null when the send brought it. */
  readonly readAt: string | null
  /** Milliseconds until repair reads the provider; null when there is nothing to check. */
  readonly checkAfterMs: number | null
  readonly attempt: { readonly id: string; readonly httpExchange: HttpExchange } | null
  readonly by: OutcomeActor
}

/** An outcome that is written. */
export interface RecordedOutcome {
  /** The database time as of which its snapshot is to be kept, ISO 8601. */
  readonly readAt: string
  /** True when the whole snapshot was written, too; else the rest is still to be. */
  readonly isKept: boolean
  readonly operation: OperationView
}

/** The source of the outcome: the person whose request it was, or this system's repair. */
export type OutcomeActor = 'requester' | 'system'

/**
 * The outcome in one guarded statement: the operation's state, its attempt, the payment's amounts
 * and reservation, and the audit entry. Null when the operation is in no state from which this
 * one follows (I10); then nothing was written. Amounts that are older than what is known are not
 * taken over. A read is due at once after an outcome that brought a snapshot: writing the rest of
 * the snapshot puts it off, which the same statement does where it knows the connection.
 */
export async function recordOutcome(
  database: Database,
  outcome: OutcomeRecord,
): Promise<RecordedOutcome | null> {
  const closed = !isOpen(outcome.state)
  const kept = keptBy(outcome)
  const attemptOutcome = isAttemptOutcome(outcome.state) ? outcome.state : 'unknown'
  const [written] = await database.run((db) =>
    db.execute<{ readAt: string; isKept: boolean; operation: JsonRow }>(sql`
      with operation as (
        update operations set
          state = ${outcome.state},
          message = ${asJson(outcome.message)},
          refusal_code = ${outcome.refusalCode},
          retry = ${asJson(outcome.retry)},
          provider_reference = coalesce(${outcome.providerReference}, provider_reference),
          settled_at = case when ${closed} then now() end,
          next_check_at = now() + ${outcome.checkAfterMs}::bigint * interval '1 millisecond',
          leased_until = null
        where id = ${outcome.operationId} and state in ${statesBefore(outcome.state)}
        returning *
      ),
      known as (
        select transactions.id, ${comparison(outcome)}
        from transactions join operation on transactions.id = operation.transaction_id
        for update of transactions
      ),
      changed as (
        update transactions set
          ${transactionChanges(closed, outcome.snapshot)}${kept && REST_OF_PAYMENT}
        from known${kept && shownPayment(kept)}
        where transactions.id = known.id
        returning
          transactions.id, transactions.currency, transactions.provider_updated_at, known.is_kept
      ),
      ${kept && keepRest(kept)}
      due as (
        insert into scheduled_reads (transaction_id, due_at)
        select id, now() from known where ${closed && outcome.snapshot !== null} and not is_kept
        on conflict (transaction_id) do update set due_at = excluded.due_at
      ),
      attempt as (
        update attempts set
          finished_at = now(),
          outcome = ${attemptOutcome},
          http_exchange = ${asJson(outcome.attempt?.httpExchange ?? null)}
        from operation
        where attempts.id = ${outcome.attempt?.id ?? null} and finished_at is null
      ),
      entry as (
        insert into audit_entries (
          stream_id, action, actor_id, actor_name, actor_role, request_id, operation_id, reason, detail
        )
        select
          transaction_id, ${`operation.${outcome.state}`}, ${actorColumns(outcome.by)}, request_id, id,
          reason,
          jsonb_build_object(
            'kind', kind, 'amountMinor', amount_minor, 'currency', currency, 'message', message
          )
        from operation
      )
      select ${isoTime(sql`known.as_of`)} as "readAt", known.is_kept as "isKept",
        ${rowAsJson(OPERATION_VIEW)} as operation
      from operation as operations join known on known.id = operations.transaction_id`),
  )
  if (written === undefined) return null
  const { readAt, isKept } = written
  return { readAt, isKept, operation: rowFromJson(OPERATION_VIEW, written.operation) }
}

/** The snapshot that the outcome keeps as a whole; none where it brings amounts at most. */
function keptBy({ state, connectionId, snapshot }: OutcomeRecord): KeptSnapshot | undefined {
  if (snapshot === null || connectionId === undefined || isOpen(state)) return undefined
  return { connectionId, snapshot }
}

function asJson(value: StatusDetail | RetryAdvice | HttpExchange | null): SQL {
  return sql`${value === null ? null : JSON.stringify(value)}::jsonb`
}

/**
 * Compares the snapshot with the stored payment: `as_of` is the time of the snapshot, and
 * `is_newer` is true if its amounts are newer. A send reads the payment before it moves money, so
 * its snapshot may miss changes that a concurrent read has stored. Without a snapshot the outcome
 * counts as of now.
 */
function comparison(outcome: OutcomeRecord): SQL {
  const { snapshot, readAt } = outcome
  const whole = keptBy(outcome)
  const count = snapshot?.events.length ?? 0
  const began = sql`coalesce(${readAt}::timestamptz, operation.sent_at)`
  const newer = sql`
    transactions.currency = ${snapshot?.currency ?? null} and (
      event_count < ${count} or (event_count = ${count} and read_at <= ${began})
    )`
  const kept = whole === undefined ? sql`false` : sql`(${newer}) and ${isKept(whole, began)}`
  return sql`
    case when read_at <= ${began} then coalesce(${readAt}::timestamptz, now())
      else coalesce(${began}, now()) end as as_of,
    ${newer} as is_newer,
    ${kept} as is_kept`
}

function transactionChanges(closed: boolean, snapshot: TransactionSnapshot | null): SQL {
  const freed = sql`
    open_operation_id = case when ${closed} then null else open_operation_id end,
    reserved_capture_minor = case when ${closed} then 0 else reserved_capture_minor end,
    reserved_refund_minor = case when ${closed} then 0 else reserved_refund_minor end`
  if (snapshot === null || !closed) return freed
  const { totals } = snapshot
  const newer = (value: string | number | boolean, column: SQL): SQL =>
    sql`case when known.is_newer then ${value} else ${column} end`
  return sql`${freed},
    status = ${newer(deriveStatus(snapshot.phase, totals), sql`status`)},
    provider_status = ${newer(snapshot.providerStatus, sql`provider_status`)},
    authorized_minor = ${newer(totals.authorizedMinor, sql`authorized_minor`)},
    captured_minor = ${newer(totals.capturedMinor, sql`captured_minor`)},
    refunded_minor = ${newer(totals.refundedMinor, sql`refunded_minor`)},
    released_minor = ${newer(totals.releasedMinor, sql`released_minor`)},
    is_contradictory = ${newer(findContradiction(totals) !== null, sql`is_contradictory`)},
    event_count = ${newer(snapshot.events.length, sql`event_count`)},
    read_at = greatest(read_at, case when known.is_newer then known.as_of end)`
}

function actorColumns(by: OutcomeActor): SQL {
  return by === 'requester'
    ? sql`actor_id, actor_name, actor_role`
    : sql`null::uuid, 'Paydesk', 'system'`
}

const ATTEMPT_OUTCOMES = ['succeeded', 'refused', 'not_sent', 'pending', 'unknown'] as const

function isAttemptOutcome(state: OperationState): boolean {
  return (ATTEMPT_OUTCOMES as readonly OperationState[]).includes(state)
}
