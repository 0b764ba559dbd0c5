import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import type { StoredOperation } from '@/lib/domain/evidence/interpret-totals'
import type { OperationState } from '@/lib/domain/operation/outcome'
import type { StatusDetail } from '@/lib/domain/operation/status-detail'
import { ownRefunds } from './find-baseline'
import { isSenderAlive } from './sender-lock'
import { storedEvents } from './stored-events'

/** An open operation that this caller may check until its lease ends. */
export interface ClaimedOperation extends StoredOperation {
  readonly id: string
  readonly transactionId: string
  readonly connectionId: string
  readonly providerTransactionId: string
  readonly orderReference: string | null
  readonly state: OperationState
  readonly currency: string
  readonly reference: string
  /** Number of events of its payment that the newest read showed. */
  readonly eventCount: number
  /** The detail of its state so far. */
  readonly message: StatusDetail | null
  /** The result of the check before; null where none was made. */
  readonly lastFound: StatusDetail | null
  /**
   * True when its next check was due. A check that was hurried because a person wants to see the
   * result proves less.
   */
  readonly isDue: boolean
  readonly checks: number
  readonly absentReads: number
  /**
   * Milliseconds of database time since nothing of it can leave any more: since its sender said so,
   * else since the deadline of its send, negative before that; null when it never was sent.
   */
  readonly sinceSendOverMs: number | null
  /** Bytes of it may still leave: its sender holds the lock, and has not said that the send is over. */
  readonly senderAlive: boolean
}

/** Only a sender finishes its attempt; one that stood still may go on until the send's deadline. */
const SEND_OVER_AT = sql`coalesce(
  attempts.finished_at,
  operation.sent_at + ${LIMITS.operation.sendDeadlineMs} * interval '1 millisecond'
)`

interface Row extends Record<string, unknown> {
  readonly claimed: ClaimedOperation
}

/**
 * Leases open operations whose next check is due, oldest first. Rows that another instance holds
 * are skipped, so any number of them can share the work; time is the database's (I13).
 * @param claim.without connections whose operations are left alone
 */
export function claimDueOperations(
  database: Database,
  claim: {
    readonly limit: number
    readonly leaseMs: number
    readonly without?: readonly string[]
  },
): Promise<ClaimedOperation[]> {
  const { without = [] } = claim
  const wanted =
    without.length === 0
      ? sql`true`
      : sql`not exists (
          select 1 from transactions
          where transactions.id = operations.transaction_id and connection_id in ${without}
        )`
  const due = sql`
    state in ('intended', 'sending', 'pending', 'unknown') and next_check_at <= now() and ${wanted}`
  return leaseOperations(database, due, claim)
}

/**
 * Leases one operation for a check on request; null when it is settled, leased by another caller,
 * or was checked less than `spacingMs` ago.
 */
export async function claimOperation(
  database: Database,
  claim: { readonly id: string; readonly spacingMs: number; readonly leaseMs: number },
): Promise<ClaimedOperation | null> {
  const wanted = sql`
    id = ${claim.id} and (
      state in ('pending', 'unknown') or (state = 'sending' and next_check_at <= now())
    )
    and coalesce(last_checked_at, sent_at) < now() - ${claim.spacingMs} * interval '1 millisecond'`
  const [claimed] = await leaseOperations(database, wanted, { limit: 1, leaseMs: claim.leaseMs })
  return claimed ?? null
}

/** Milliseconds until an operation that was checked just now, or is being checked, may be claimed. */
export async function findCheckWait(
  database: Database,
  { id, spacingMs }: { readonly id: string; readonly spacingMs: number },
): Promise<number> {
  const [row] = await database.run((db) =>
    db.execute<{ waitMs: number | null }>(sql`
      select ceil(extract(epoch from greatest(
        coalesce(last_checked_at, sent_at) + ${spacingMs} * interval '1 millisecond', now()
      ) - now()) * 1000)::float8 as "waitMs"
      from operations where id = ${id}`),
  )
  return row?.waitMs ?? 0
}

async function leaseOperations(
  database: Database,
  condition: SQL,
  claim: { readonly limit: number; readonly leaseMs: number },
): Promise<ClaimedOperation[]> {
  const rows = await database.run((db) =>
    db.execute<Row>(sql`
      with due as (
        select id from operations
        where ${condition} and (leased_until is null or leased_until < now())
        order by next_check_at
        limit ${claim.limit}
        for update skip locked
      ),
      operation as (
        update operations set leased_until = now() + ${claim.leaseMs} * interval '1 millisecond'
        from due where operations.id = due.id
        returning operations.*
      )
      select jsonb_build_object(
        'id', operation.id,
        'transactionId', operation.transaction_id,
        'connectionId', transactions.connection_id,
        'providerTransactionId', transactions.provider_transaction_id,
        'orderReference', transactions.order_reference,
        'kind', operation.kind,
        'state', operation.state,
        'amountMinor', operation.amount_minor,
        'currency', operation.currency,
        'reference', operation.reference,
        'baselineTotals', operation.baseline_totals,
        'baselineEventCount', operation.baseline_event_count,
        'sentAt', operation.sent_at,
        'eventCount', transactions.event_count,
        'storedEvents', ${storedEvents(sql`operation`)},
        'ownRefundsMinor', ${ownRefunds(sql`operation`)},
        'message', operation.message,
        'lastFound', operation.last_check_found,
        'isDue', operation.next_check_at <= now(),
        'checks', operation.checks,
        'absentReads', operation.absent_reads,
        'sinceSendOverMs', floor(extract(epoch from now() - ${SEND_OVER_AT}) * 1000),
        'senderAlive', attempts.finished_at is null and ${isSenderAlive(sql`attempts.id`)}
      ) as claimed
      from operation
      join transactions on transactions.id = operation.transaction_id
      left join attempts on attempts.operation_id = operation.id`),
  )
  return rows.map((row) => row.claimed)
}
