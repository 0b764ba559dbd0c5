import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { operations } from '@/db/schema/operations'
import { transactions } from '@/db/schema/transactions'

/** Those of a connection's payments that an operation holds which repair checks. */
export async function listHeldPayments(
  database: Database,
  connectionId: string,
  providerTransactionIds: readonly string[],
): Promise<readonly string[]> {
  if (providerTransactionIds.length === 0) return []
  const rows = await database.run((db) =>
    db
      .select({ id: transactions.providerTransactionId })
      .from(transactions)
      .innerJoin(operations, eq(operations.id, transactions.openOperationId))
      .where(
        and(
          eq(transactions.connectionId, connectionId),
          inArray(transactions.providerTransactionId, [...providerTransactionIds]),
          inArray(operations.state, ['pending', 'unknown']),
        ),
      ),
  )
  return rows.map(({ id }) => id)
}
