import { listViewIds } from '@/db/queries/batch/list-view-ids'
import { LIMITS } from '@/lib/config/limits'
import type { BatchSource } from '@/lib/domain/batch/batch'
import type { BatchSelection, RehearseBatchInput } from '@/lib/domain/batch/batch-inputs'
import { wantedByOrder, wantedByPayment, type WantedRow } from '@/lib/domain/batch/wanted-row'
import { readListSearch } from '@/lib/domain/listing/list-query'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { OperationContext } from '@/lib/operations/runner/start-operation'
import { rehearseRows } from './rehearse-rows'

interface WithZone {
  /** The time zone of the person, by which days of a list begin and end. */
  readonly timeZone: string
}

const SOURCES: Readonly<Record<BatchSelection['by'], BatchSource>> = {
  payments: 'ticked',
  orders: 'pasted',
  view: 'view',
}

/** Rehearses a batch of payments that were ticked, named by pasted order numbers, or listed by a view. */
export async function rehearseSelection(
  context: OperationContext & WithZone,
  { batchId: id, kind, selection, reason }: RehearseBatchInput,
): Promise<Result<{ readonly batchId: string }>> {
  const wanted = await wantedOf(context, selection)
  if (!wanted.ok) return wanted
  const source = SOURCES[selection.by]
  return rehearseRows(context, { id, kind, source, fileName: null, reason }, wanted.value)
}

async function wantedOf(
  { database, actor, timeZone }: OperationContext & WithZone,
  selection: BatchSelection,
): Promise<Result<readonly WantedRow[]>> {
  if (selection.by === 'payments') {
    return success([...new Set(selection.transactionIds)].map(wantedByPayment))
  }
  if (selection.by === 'orders') return success(readPasted(selection.text))
  const { query, ignored } = readListSearch(new URLSearchParams(selection.query))
  const [first] = ignored
  // A batch must not hold more than what was seen.
  if (first !== undefined) return failure('invalid_input', { values: { field: first.name } })
  const reader = { scope: actor.scope, timeZone, now: new Date(), cursor: null }
  const most = LIMITS.batch.rows
  const ids = await listViewIds(database, { ...query, ...reader }, most + 1)
  return success(ids.map(wantedByPayment))
}

/** One order number a line, as a spreadsheet's column is pasted; further cells of a line are not read. */
function readPasted(text: string): readonly WantedRow[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => (line.split('\t')[0] ?? '').trim().slice(0, LIMITS.batch.cellLength))
    .filter((line) => line !== '')
    .map(wantedByOrder)
}
