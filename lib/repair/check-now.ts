import type { Database } from '@/db/client'
import { claimOperation, findCheckWait } from '@/db/queries/operations/claim-operations'
import { findOperation } from '@/db/queries/operations/find-operation'
import { findTransactionView } from '@/db/queries/payment/transactions'
import { LIMITS } from '@/lib/config/limits'
import { loadUsableClient } from '@/lib/connections/connection-client'
import type { Actor } from '@/lib/domain/access/actor'
import type { CheckInput } from '@/lib/domain/operation/inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { isOpen } from '@/lib/domain/operation/outcome'
import type { RequestedCheck } from '@/lib/domain/view/transaction-view'
import { resolveOperation } from './resolve-operation'

/**
 * Checks the provider now instead of at the next due time, unless a check was just made or a limit
 * on reads stands against it. Returns the operation as it stands afterwards, and where there was no
 * check the time until one is possible; nothing is ever sent.
 */
export async function checkNow(
  context: { readonly database: Database; readonly actor: Pick<Actor, 'scope'> },
  input: CheckInput,
): Promise<Result<RequestedCheck>> {
  const { database } = context
  const { scope } = context.actor
  const before = await findOperation(database, scope, input.operationId)
  if (before === null) return failure('not_found', { values: { what: 'operation' } })
  const payment = await findTransactionView(database, scope, before.transactionId)
  if (payment === null) return failure('not_found', { values: { what: 'payment' } })
  const usable = await loadUsableClient(database, payment.connection)
  if (!usable.ok) {
    return failure('provider_not_asked', { values: { connection: payment.connection.name } })
  }
  const client = usable.value
  const spacing = { id: input.operationId, spacingMs: client.features.readSpacingMs }
  const claimed = await claimOperation(database, {
    id: spacing.id,
    spacingMs: spacing.spacingMs,
    leaseMs: LIMITS.repair.claim.leaseMs,
  })
  const waitMs =
    claimed === null
      ? await findCheckWait(database, spacing)
      : await resolveOperation(database, client, claimed)
  const operation = (await findOperation(database, scope, input.operationId)) ?? before
  return success({ operation, waitMs: isOpen(operation.state) ? waitMs : null })
}
