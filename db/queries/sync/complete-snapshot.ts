import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { hidesRefunds, withOwnRefunds } from '@/lib/domain/payment/own-refunds'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'

/**
 * A snapshot together with what only we know of the payment: where the provider names no refunds,
 * those of our operations that succeeded. Others are returned as they are, without a query.
 * @param succeededId an operation that has just succeeded and is not written as such yet
 */
export async function completeSnapshot(
  database: Database,
  connectionId: string,
  snapshot: TransactionSnapshot,
  succeededId: string | null = null,
): Promise<TransactionSnapshot> {
  if (!hidesRefunds(snapshot)) return snapshot
  const [row] = await database.run((db) =>
    db.execute<{ refunded: number }>(sql`
      select coalesce(sum(operations.amount_minor), 0)::float8 as refunded
      from transactions join operations on operations.transaction_id = transactions.id
      where transactions.connection_id = ${connectionId}
        and transactions.provider_transaction_id = ${snapshot.providerTransactionId}
        and operations.kind = 'refund'
        and (operations.state = 'succeeded' or operations.id = ${succeededId}::uuid)`),
  )
  return withOwnRefunds(snapshot, row?.refunded ?? 0)
}
