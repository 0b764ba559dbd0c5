import { findKeptRest, keepRest } from '@/db/queries/payment/keep-rest'
import { onlyWrite } from '@/db/refused-write'
import type { KeepRestInput } from '@/lib/domain/operation/inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { OperationContext } from './runner/start-operation'

/**
 * Keeps what is still held after a part capture, to be shipped later; nothing is sent. Asked once: a
 * second answer changes nothing. `stale_page` when there is no such rest any more, `not_found` when
 * there is no such payment.
 */
export async function keepHeldRest(
  { database, actor, requestId }: OperationContext,
  input: KeepRestInput,
): Promise<Result<null>> {
  const kept = { transactionId: input.transactionId, actor, requestId }
  if (await onlyWrite(keepRest(database, kept))) return success(null)
  const found = await findKeptRest(database, actor.scope, input.transactionId)
  if (found === null) return failure('not_found', { values: { what: 'payment' } })
  return found.kept !== null ? success(null) : failure('stale_page')
}
