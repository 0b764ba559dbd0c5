import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

/** Has a payment read as soon as an instance gets to it. */
export async function scheduleReadNow(database: Database, transactionId: string): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      insert into scheduled_reads (transaction_id, due_at) values (${transactionId}, now())
      on conflict (transaction_id) do update set due_at = excluded.due_at`),
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
 * skipped; a read that fails or never happens is due again after `retryMs`.
 */
export function claimDuePayments(
  database: Database,
  claim: { readonly limit: number; readonly retryMs: number },
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
        update scheduled_reads set due_at = now() + ${claim.retryMs} * interval '1 millisecond'
        from due where scheduled_reads.transaction_id = due.transaction_id
        returning scheduled_reads.transaction_id
      )
      select connection_id as "connectionId",
        provider_transaction_id as "providerTransactionId", order_reference as "orderReference"
      from claimed join transactions on transactions.id = claimed.transaction_id`),
  )
}
