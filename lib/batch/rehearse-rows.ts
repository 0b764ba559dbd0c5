import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import { findPlanned, type PlannedBefore } from '@/db/queries/batch/find-planned'
import { findRehearsedPayments } from '@/db/queries/batch/find-rehearsed-payments'
import {
  findBatchHead,
  insertBatch,
  type NewBatch,
  type RowValues,
} from '@/db/queries/batch/insert-batch'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import type { BatchKind, RowFinding } from '@/lib/domain/batch/batch'
import type { RehearsedPayment } from '@/lib/domain/batch/rehearsed-payment'
import type { WantedRow } from '@/lib/domain/batch/wanted-row'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { OperationContext } from '@/lib/operations/runner/start-operation'
import { requireOperate } from './batch-rights'
import { rehearseRow, type RehearsedKind, type RehearsedRow } from './rehearse-row'

/**
 * Looks up every row and keeps the batch with what was found; nothing is started or reserved. The same
 * batch sent again is the same batch. Fails for what no batch can be made of.
 */
export async function rehearseRows(
  context: OperationContext,
  batch: Omit<NewBatch, 'stopPercent'>,
  wanted: readonly WantedRow[],
): Promise<Result<{ readonly batchId: string }>> {
  const { database, actor } = context
  const { id: batchId, kind, reason } = batch
  const permitted = requireOperate(actor, kind)
  if (!permitted.ok) return permitted
  if (kind !== 'capture' && reason === null) {
    return failure('invalid_input', { values: { field: 'reason' }, field: 'reason' })
  }
  if (wanted.length === 0) return failure('batch_empty')
  const most = LIMITS.batch.rows
  if (wanted.length > most) return failure('too_many_rows', { values: { most } })

  const known = await findBatchHead(database, batchId)
  if (known !== null) return isSame(known, context, kind)
  const now = new Date(await findDatabaseTime(database))
  const rehearsed = await rehearseAll(database, actor.scope, { kind, reason, now }, wanted)
  const rows = rowValues(rehearsed, await plannedBefore(database, batchId, rehearsed))
  const { stopPercent } = LIMITS.batch
  if (await insertBatch(database, { ...batch, stopPercent }, rows, context)) {
    return success({ batchId })
  }
  const other = await findBatchHead(database, batchId)
  return other === null ? failure('batch_moved_on') : isSame(other, context, kind)
}

function isSame(
  {
    id,
    actorId,
    kind,
  }: { readonly id: string; readonly actorId: string; readonly kind: BatchKind },
  { actor }: OperationContext,
  wanted: BatchKind,
): Result<{ readonly batchId: string }> {
  if (actorId === actor.userId && kind === wanted) return success({ batchId: id })
  return failure('operation_id_reused')
}

/** Rehearses rows in their order, so many payments by one statement. */
export async function rehearseAll(
  database: Database,
  scope: Scope,
  kind: RehearsedKind,
  wanted: readonly WantedRow[],
): Promise<readonly RehearsedRow[]> {
  const { rowsAtOnce } = LIMITS.batch
  const rows: RehearsedRow[] = []
  for (let from = 0; from < wanted.length; from += rowsAtOnce) {
    const part = wanted.slice(from, from + rowsAtOnce)
    const found = await findRehearsedPayments(database, scope, part)
    const none: readonly RehearsedPayment[] = []
    rows.push(...part.map((row, position) => rehearseRow(kind, row, found.get(position) ?? none)))
  }
  return rows
}

/** What other batches have planned of the same. */
export function plannedBefore(
  database: Database,
  batchId: string,
  rows: readonly RehearsedRow[],
): Promise<ReadonlyMap<string, PlannedBefore>> {
  const fingerprints = rows.flatMap(({ startable }) => startable?.fingerprint ?? [])
  if (fingerprints.length === 0) return Promise.resolve(new Map())
  return findPlanned(database, batchId, fingerprints)
}

/** The rows as they are stored: what another row or another batch has already is not included. */
function rowValues(
  rows: readonly RehearsedRow[],
  planned: ReadonlyMap<string, PlannedBefore>,
): readonly RowValues[] {
  const firsts = new Map<string, RehearsedRow>()
  return rows.map((rehearsed, index) => {
    const { payment } = rehearsed
    const first = payment === null ? undefined : firsts.get(payment.id)
    if (payment !== null && first === undefined) firsts.set(payment.id, rehearsed)
    const line = first === undefined ? null : (first.wanted.fileLines[0] ?? rows.indexOf(first) + 1)
    return storedRow(index + 1, judgeAmongOthers(rehearsed, line, planned))
  })
}

/**
 * The row with what follows from others: `firstLine` is the line of the same payment's first row, or
 * null. What was planned before as a whole is done; a part may be meant again, which a person decides.
 */
export function judgeAmongOthers(
  row: RehearsedRow,
  firstLine: number | null,
  planned: ReadonlyMap<string, PlannedBefore>,
): RehearsedRow {
  const { startable, findings } = row
  if (firstLine !== null && row.verdict !== 'not_found') {
    const same: RowFinding = { code: 'same_as_line', line: firstLine }
    return { ...row, verdict: 'twice', findings: [...findings, same], startable: null }
  }
  const before = startable === null ? undefined : planned.get(startable.fingerprint)
  if (startable === null || before === undefined) return row
  const { batchId, at } = before
  const done: RowFinding = { code: 'done_in_batch', batchId, at }
  const verdict = startable.isPart ? 'needs_eye' : 'already_done'
  return {
    ...row,
    verdict,
    findings: [...findings, done],
    startable: startable.isPart ? startable : null,
  }
}

/** A rehearsed row as it is stored, with an operation id of its own. */
export function storedRow(
  number: number,
  { wanted, payment, verdict, findings, startable }: RehearsedRow,
): RowValues {
  return {
    number,
    operationId: uuidv7(),
    wanted,
    transactionId: payment?.id ?? null,
    connectionId: payment?.connection.id ?? null,
    verdict,
    findings,
    isIncluded: verdict === 'will_do',
    choice: startable?.choice ?? null,
    amountMinor: startable?.choice.amountMinor ?? null,
    currency: payment?.currency ?? null,
    lines: startable?.lines ?? [],
    fingerprint: startable?.fingerprint ?? null,
    deadlineAt: payment?.captureDeadline?.at.toISOString() ?? null,
  }
}
