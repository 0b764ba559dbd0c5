import type { Database } from '@/db/client'
import { claimOperation } from '@/db/queries/operations/claim-operations'
import { findOperation } from '@/db/queries/operations/find-operation'
import { findTransactionView } from '@/db/queries/payment/transactions'
import { LIMITS } from '@/lib/config/limits'
import { loadUsableClient } from '@/lib/connections/connection-client'
import type { CheckInput } from '@/lib/domain/operation/inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { resolveOperation } from './resolve-operation'

/**
 * Checks the provider now instead of at the next due time, unless a check was just made. Returns
 * the operation as it stands afterwards; nothing is ever sent.
 */
export async function checkNow(
  context: { readonly database: Database },
  input: CheckInput,
): Promise<Result<OperationView>> {
  const { database } = context
  const before = await findOperation(database, input.operationId)
  if (before === null) return failure('not_found', { values: { what: 'operation' } })
  const payment = await findTransactionView(database, before.transactionId)
  if (payment === null) return failure('not_found', { values: { what: 'payment' } })
  const usable = await loadUsableClient(database, payment.connection)
  if (!usable.ok) {
    return failure('provider_not_asked', { values: { connection: payment.connection.name } })
  }
  const client = usable.value
  const claimed = await claimOperation(database, {
    id: input.operationId,
    spacingMs: client.features.readSpacingMs,
    leaseMs: LIMITS.repair.claim.leaseMs,
  })
  if (claimed !== null) await resolveOperation(database, client, claimed)
  return success((await findOperation(database, input.operationId)) ?? before)
}
