import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { operations } from '@/db/schema/operations'
import { transactions } from '@/db/schema/transactions'
import type { OperationView } from '@/lib/domain/view/transaction-view'

/** The columns of an operation that people see. */
export const OPERATION_VIEW = {
  id: operations.id,
  transactionId: operations.transactionId,
  kind: operations.kind,
  state: operations.state,
  amountMinor: operations.amountMinor,
  currency: operations.currency,
  actorName: operations.actorName,
  actorRole: operations.actorRole,
  createdAt: operations.createdAt,
  sentAt: operations.sentAt,
  settledAt: operations.settledAt,
  message: operations.message,
  refusalCode: operations.refusalCode,
  retry: operations.retry,
  reason: operations.reason,
  reference: operations.reference,
  nextCheckAt: operations.nextCheckAt,
  lastCheckedAt: operations.lastCheckedAt,
  lastCheckFound: operations.lastCheckFound,
  checks: operations.checks,
}

/** One operation as people see it, or null when there is none with this id. */
export async function findOperation(
  database: Database,
  operationId: string,
): Promise<OperationView | null> {
  const [row] = await database.run((db) =>
    db.select(OPERATION_VIEW).from(operations).where(eq(operations.id, operationId)),
  )
  return row ?? null
}

/** The digest of the input with which an operation id was used, or null when it never was. */
export async function findInputDigest(
  database: Database,
  operationId: string,
): Promise<string | null> {
  const [row] = await database.run((db) =>
    db
      .select({ digest: operations.inputDigest })
      .from(operations)
      .where(eq(operations.id, operationId)),
  )
  return row?.digest ?? null
}

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
