import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { operations } from '@/db/schema/operations'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { OPERATION_VIEW } from './operation-view'

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
