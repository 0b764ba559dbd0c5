import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { operations } from '@/db/schema/operations'
import { transactions } from '@/db/schema/transactions'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { OPERATION_VIEW } from './operation-view'

/** The operation that holds a payment now, or null. */
export async function findOpenOperation(
  database: Database,
  transactionId: string,
): Promise<OperationView | null> {
  const [row] = await database.run((db) =>
    db
      .select(OPERATION_VIEW)
      .from(operations)
      .where(and(eq(operations.transactionId, transactionId), isNull(operations.settledAt))),
  )
  return row ?? null
}

/** The operation that holds the payment with this provider id now, or null. */
export async function findOpenOperationOf(
  database: Database,
  connectionId: string,
  providerTransactionId: string,
): Promise<OperationView | null> {
  const [row] = await database.run((db) =>
    db
      .select(OPERATION_VIEW)
      .from(transactions)
      .innerJoin(operations, eq(operations.id, transactions.openOperationId))
      .where(
        and(
          eq(transactions.connectionId, connectionId),
          eq(transactions.providerTransactionId, providerTransactionId),
        ),
      ),
  )
  return row ?? null
}
