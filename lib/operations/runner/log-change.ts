import type { Database } from '@/db/client'
import { findConnectionId } from '@/db/queries/payment/transactions'
import type { OperationState } from '@/lib/domain/operation/outcome'
import { log } from '@/lib/observability/log'
import { logOperationChange, type ChangedOperation } from '@/lib/observability/operation-log'

/** Logs a change where the connection of its payment is not at hand. Never rejects. */
export async function logChangeOf(
  database: Database,
  operation: ChangedOperation,
  from: OperationState,
): Promise<void> {
  const { id: operationId, transactionId } = operation
  const connectionId = await findConnectionId(database, transactionId).catch((error: unknown) => {
    log().warn({ error, operationId }, 'connection of an operation not found')
    return null
  })
  logOperationChange(operation, { from, connectionId })
}
