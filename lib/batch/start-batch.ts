import { findStepUpState } from '@/db/queries/access/step-up'
import { releasePlanned } from '@/db/queries/batch/find-planned'
import { findBatchHead } from '@/db/queries/batch/insert-batch'
import { excludePlanned, startBatchRows, type Start } from '@/db/queries/batch/start-batch'
import { findSqlState } from '@/db/database-error'
import { checkStepUp, stepUpActOf, type StepUpState } from '@/lib/domain/access/step-up'
import type { BatchKind, BatchView } from '@/lib/domain/batch/batch'
import type { CurrencySum } from '@/lib/domain/money/currency-sum'
import type { StartBatchInput } from '@/lib/domain/batch/batch-inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { OperationContext } from '@/lib/operations/runner/start-operation'
import { requireOperate } from './batch-rights'
import { viewOf } from './change-row'

/**
 * Starts a rehearsal of one's own, for exactly the sums that were confirmed. Where a refund of such a
 * sum needs a second factor, it has to be proved now; no row is larger than the sum. Nothing is
 * started when a row was planned by another batch meanwhile: it is excluded, and the sums are shown
 * anew.
 */
export async function startRows(
  context: OperationContext,
  input: StartBatchInput,
): Promise<Result<BatchView>> {
  const { database, actor, requestId } = context
  const { batchId, sums, stopPercent } = input
  const head = await findBatchHead(database, batchId)
  if (head === null) return failure('not_found', { values: { what: 'batch' } })
  const permitted = requireOperate(actor, head.kind)
  if (!permitted.ok) return permitted
  if (head.actorId !== actor.userId || head.state !== 'rehearsed') return failure('batch_moved_on')
  const stepUp = await findStepUpState(database, actor)
  const proved = checkSums(head.kind, sums, stepUp)
  if (!proved.ok) return proved

  await releasePlanned(database, batchId)
  const { revision } = head
  const isProved = stepUp.isFresh
  const start = { batchId, actor, requestId, revision, sums, stopPercent, isProved }
  if (await isStarted(context, start)) return viewOf(context, batchId)
  const now = await findBatchHead(database, batchId)
  if (now?.state !== 'rehearsed') return failure('batch_moved_on')
  await excludePlanned(database, batchId)
  return failure('batch_changed')
}

/** Unique violation and deadlock: another batch plans the same at this moment, so nothing was written. */
const MEANWHILE: readonly (string | null)[] = ['23505', '40P01']

async function isStarted({ database }: OperationContext, start: Start): Promise<boolean> {
  try {
    return await startBatchRows(database, start)
  } catch (error) {
    if (MEANWHILE.includes(findSqlState(error))) return false
    throw error
  }
}

function checkSums(
  kind: BatchKind,
  sums: readonly CurrencySum[],
  state: StepUpState,
): Result<null> {
  for (const { amountMinor, currency } of sums) {
    const act = stepUpActOf(kind, amountMinor, currency)
    const checked = act === null ? success(null) : checkStepUp(act, state)
    if (!checked.ok) return checked
  }
  return success(null)
}
