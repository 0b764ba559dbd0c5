import { findBatchHead } from '@/db/queries/batch/insert-batch'
import { listRetriable } from '@/db/queries/batch/list-retriable'
import type { RetryBatchInput } from '@/lib/domain/batch/batch-inputs'
import { failure, type Result } from '@/lib/domain/operation/result'
import type { OperationContext } from '@/lib/operations/runner/start-operation'
import { rehearseRows } from './rehearse-rows'

/**
 * Rehearses a new batch of the rows that moved nothing: refused where the provider does not advise
 * against it, not sent, not started or withdrawn.
 */
export async function rehearseAgain(
  context: OperationContext,
  { batchId, newBatchId: id }: RetryBatchInput,
): Promise<Result<{ readonly batchId: string }>> {
  const { database, actor } = context
  const head = await findBatchHead(database, batchId)
  if (head === null) return failure('not_found', { values: { what: 'batch' } })
  const { kind, reason } = head
  const wanted = await listRetriable(database, actor, batchId)
  const batch = { id, kind, reason, source: 'retry', fileName: null } as const
  return rehearseRows(context, batch, wanted)
}
