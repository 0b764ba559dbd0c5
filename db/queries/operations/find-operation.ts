import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ofPaymentWithin } from '@/db/queries/within-scope'
import { operations } from '@/db/schema/operations'
import type { Scope } from '@/lib/domain/access/scope'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { OPERATION_VIEW } from './operation-view'

/** One operation as people see it, or null when there is none with this id in scope. */
export async function findOperation(
  database: Database,
  scope: Scope,
  operationId: string,
): Promise<OperationView | null> {
  const [row] = await database.run((db) =>
    db
      .select(OPERATION_VIEW)
      .from(operations)
      .where(and(eq(operations.id, operationId), ofPaymentWithin(scope, operations.transactionId))),
  )
  return row ?? null
}
