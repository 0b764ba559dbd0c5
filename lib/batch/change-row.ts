import { findBatch } from '@/db/queries/batch/batch-views'
import {
  findOwnRow,
  findSamePayment,
  includeRow,
  replaceRow,
  type OwnRow,
} from '@/db/queries/batch/change-row'
import { findPlanned } from '@/db/queries/batch/find-planned'
import { findBatchHead, type BatchHead } from '@/db/queries/batch/insert-batch'
import { findDatabaseTime } from '@/db/queries/database-time'
import type { BatchView } from '@/lib/domain/batch/batch'
import type { ChangeBatchRowInput } from '@/lib/domain/batch/batch-inputs'
import type { WantedRow } from '@/lib/domain/batch/wanted-row'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { OperationContext } from '@/lib/operations/runner/start-operation'
import { requireOperate } from './batch-rights'
import { judgeAmongOthers, plannedBefore, rehearseAll, storedRow } from './rehearse-rows'

/**
 * Includes or excludes one row of a rehearsal, or rehearses it anew with another amount or order
 * number. Only who made the rehearsal may, and only before its start.
 */
export async function changeRow(
  context: OperationContext,
  input: ChangeBatchRowInput,
): Promise<Result<BatchView>> {
  const { database, actor } = context
  const head = await findBatchHead(database, input.batchId)
  if (head === null) return failure('not_found', { values: { what: 'batch' } })
  const permitted = requireOperate(actor, head.kind)
  if (!permitted.ok) return permitted
  const row = await findOwnRow(database, nameOf(context, input))
  if (row === null) return failure('batch_moved_on')
  const changed = await applyChange(context, input, head, row)
  return changed.ok ? viewOf(context, input.batchId) : changed
}

/** A batch as its page shows it after a change. */
export async function viewOf(
  { database, actor }: OperationContext,
  batchId: string,
): Promise<Result<BatchView>> {
  const view = await findBatch(database, actor, batchId)
  return view === null ? failure('not_found', { values: { what: 'batch' } }) : success(view)
}

function nameOf({ actor }: OperationContext, { batchId, number }: ChangeBatchRowInput) {
  return { batchId, number, actorId: actor.userId }
}

async function applyChange(
  context: OperationContext,
  input: ChangeBatchRowInput,
  head: BatchHead,
  row: OwnRow,
): Promise<Result<null>> {
  const { database } = context
  const { batchId, change } = input
  if (change.act === 'amount' || change.act === 'order') {
    return rehearseAnew(context, input, head, changedRow(row.wanted, change))
  }
  const isIncluded = change.act === 'include'
  const { fingerprint } = row
  const planned =
    isIncluded && fingerprint !== null
      ? (await findPlanned(database, batchId, [fingerprint])).get(fingerprint)
      : undefined
  // What the page did not show yet is shown first.
  if (planned !== undefined && !row.findings.some(({ code }) => code === 'done_in_batch')) {
    return rehearseAnew(context, input, head, row.wanted)
  }
  const repeats = planned === undefined ? 0 : planned.repeats + 1
  if (await includeRow(database, nameOf(context, input), { isIncluded, repeats })) {
    return success(null)
  }
  return failure('row_not_startable')
}

function changedRow(
  wanted: WantedRow,
  change: Extract<ChangeBatchRowInput['change'], { act: 'amount' | 'order' }>,
): WantedRow {
  if (change.act === 'amount') {
    const findings = wanted.findings.filter(
      (found) => found.code !== 'unreadable' || found.column !== wanted.amountHead,
    )
    return { ...wanted, amountMinor: change.amountMinor, findings }
  }
  return { ...wanted, order: change.order, transactionId: null }
}

async function rehearseAnew(
  context: OperationContext,
  input: ChangeBatchRowInput,
  { kind, reason }: BatchHead,
  wanted: WantedRow,
): Promise<Result<null>> {
  const { database, actor } = context
  const name = nameOf(context, input)
  const now = new Date(await findDatabaseTime(database))
  const [rehearsed] = await rehearseAll(database, actor.scope, { kind, reason, now }, [wanted])
  if (rehearsed === undefined) return failure('batch_moved_on')
  const { payment } = rehearsed
  const line = payment === null ? null : await findSamePayment(database, name, payment.id)
  const planned = await plannedBefore(database, input.batchId, [rehearsed])
  const stored = storedRow(input.number, judgeAmongOthers(rehearsed, line, planned))
  const isReplaced = await replaceRow(database, name, stored)
  return isReplaced ? success(null) : failure('batch_moved_on')
}
