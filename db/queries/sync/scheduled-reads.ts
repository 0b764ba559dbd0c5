import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { HOLDING_STATUSES } from '@/lib/domain/payment/transaction'
import type { Provider } from '@/lib/domain/provider/provider'

/** Has a payment read as soon as an instance gets to it. */
export async function scheduleReadNow(database: Database, transactionId: string): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      insert into scheduled_reads (transaction_id, due_at) values (${transactionId}, now())
      on conflict (transaction_id) do update set due_at = excluded.due_at`),
  )
}

/** Puts a payment's read off until a limit on reads allows it. */
export async function postponeRead(
  database: Database,
  {
    connectionId,
    providerTransactionId,
  }: Pick<DuePayment, 'connectionId' | 'providerTransactionId'>,
  waitMs: number,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update scheduled_reads set
        due_at = now() + ${waitMs}::float8 * interval '1 millisecond', owed_since = null
      from transactions where transactions.id = transaction_id
        and connection_id = ${connectionId}
        and provider_transaction_id = ${providerTransactionId}`),
  )
}

/** A payment that this caller may read now. */
export interface DuePayment extends Record<string, unknown> {
  readonly connectionId: string
  readonly providerTransactionId: string
  readonly orderReference: string | null
}

/**
 * Takes payments whose next read is due, longest overdue first. Rows that another instance holds are
 * skipped; a read that fails or never happens is due again after `retryMs`, and is owed since it was
 * due first. Payments of a disabled
 * connection are put off by `disabledMs`, unless an operation on them is open.
 */
export function claimDuePayments(
  database: Database,
  claim: { readonly limit: number; readonly retryMs: number; readonly disabledMs: number },
): Promise<readonly DuePayment[]> {
  return database.run((db) =>
    db.execute<DuePayment>(sql`
      with due as (
        select transaction_id from scheduled_reads
        where due_at <= now()
        order by due_at
        limit ${claim.limit}
        for update skip locked
      ),
      claimed as (
        update scheduled_reads set
          due_at = now()
            + case when is_read then ${claim.retryMs}::float8 else ${claim.disabledMs}::float8 end
              * interval '1 millisecond',
          owed_since = case when is_read then coalesce(owed_since, due_at) end
        from due
        join transactions on transactions.id = due.transaction_id
        join connections on connections.id = transactions.connection_id
        cross join lateral (
          select connections.disabled_at is null or transactions.open_operation_id is not null
        ) as decided (is_read)
        where scheduled_reads.transaction_id = due.transaction_id
        returning is_read, connection_id as "connectionId",
          provider_transaction_id as "providerTransactionId", order_reference as "orderReference"
      )
      select "connectionId", "providerTransactionId", "orderReference" from claimed where is_read`),
  )
}

/**
 * Takes payments on hold at these providers whose last read is the oldest and older than
 * `olderThanMs`, though their next read is not due yet. What was taken is due after as long again,
 * also when its read fails or never happens, and is not taken before.
 */
export function claimHeldPayments(
  database: Database,
  claim: {
    readonly limit: number
    readonly olderThanMs: number
    readonly providers: readonly Provider[]
  },
): Promise<readonly DuePayment[]> {
  const spacing = sql`${claim.olderThanMs} * interval '1 millisecond'`
  return database.run((db) =>
    db.execute<DuePayment>(sql`
      with held as (
        select scheduled_reads.transaction_id
        from transactions
        join connections on connections.id = transactions.connection_id
        join scheduled_reads on scheduled_reads.transaction_id = transactions.id
        where transactions.status in ${HOLDING_STATUSES}
          and connections.provider in ${claim.providers}
          and connections.disabled_at is null
          and transactions.read_at < now() - ${spacing}
          and scheduled_reads.due_at > now() + ${spacing}
          and scheduled_reads.due_at < 'infinity'
        order by transactions.read_at
        limit ${claim.limit}
        for update of scheduled_reads skip locked
      ),
      claimed as (
        update scheduled_reads set due_at = now() + ${spacing}
        from held where scheduled_reads.transaction_id = held.transaction_id
        returning scheduled_reads.transaction_id
      )
      select connection_id as "connectionId",
        provider_transaction_id as "providerTransactionId", order_reference as "orderReference"
      from claimed join transactions on transactions.id = claimed.transaction_id`),
  )
}
