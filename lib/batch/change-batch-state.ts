import { changeBatchState, type StateChange } from '@/db/queries/batch/change-batch-state'
import { findBatchHead } from '@/db/queries/batch/insert-batch'
import type { BatchView } from '@/lib/domain/batch/batch'
import type { BatchInput } from '@/lib/domain/batch/batch-inputs'
import { failure, type Result } from '@/lib/domain/operation/result'
import type { OperationContext } from '@/lib/operations/runner/start-operation'
import { requireOperate } from './batch-rights'
import { viewOf } from './change-row'

type Act = (context: OperationContext, input: BatchInput) => Promise<Result<BatchView>>

/** Begins no further row; what is under way comes to its end. */
export const pauseRunning: Act = (context, { batchId }) =>
  change(context, batchId, { to: 'paused', from: ['running'], action: 'batch.paused' })

/** Goes on with a batch that was paused or has stopped by itself. */
export const resumeRunning: Act = (context, { batchId }) =>
  change(context, batchId, { to: 'running', from: ['paused', 'stopped'], action: 'batch.resumed' })

/** Withdraws every row that waits; what is under way comes to its end. */
export const endRunning: Act = (context, { batchId }) =>
  change(context, batchId, {
    to: 'ended',
    from: ['running', 'paused', 'stopped'],
    action: 'batch.ended',
  })

/** Gives up a rehearsal of one's own; nothing of it was started. */
export const discardRehearsal: Act = (context, { batchId }) =>
  change(context, batchId, { to: 'discarded', from: ['rehearsed'], action: null })

async function change(
  context: OperationContext,
  batchId: string,
  stateChange: StateChange,
): Promise<Result<BatchView>> {
  const { database, actor, requestId } = context
  const head = await findBatchHead(database, batchId)
  if (head === null) return failure('not_found', { values: { what: 'batch' } })
  const permitted = requireOperate(actor, head.kind)
  if (!permitted.ok) return permitted
  const isForOwner = stateChange.to === 'discarded'
  if (isForOwner && head.actorId !== actor.userId) return failure('batch_moved_on')
  const isChanged = await changeBatchState(database, stateChange, { batchId, actor, requestId })
  return isChanged ? viewOf(context, batchId) : failure('batch_moved_on')
}
