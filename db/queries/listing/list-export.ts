import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import { encodeCursor } from '@/lib/domain/listing/list-cursor'
import type { ExportRow } from '@/lib/domain/view/transaction-view'
import { findExportRows } from './export-rows'
import { orderOf } from './list-order'
import { findRows, type TransactionFilter } from './list-page'

export type ExportBatch =
  | { readonly kind: 'rows'; readonly rows: readonly ExportRow[] }
  /** There is more than one export may hold. */
  | { readonly kind: 'cut'; readonly rows: number }

/**
 * A list from its first row on, in batches that are read when they are asked for, so that nothing
 * waits in memory. Ends with `cut` when the list is longer than an export may be.
 */
export async function* exportBatches(
  database: Database,
  filter: TransactionFilter,
): AsyncGenerator<ExportBatch, void> {
  const { positionOf } = orderOf(filter.view)
  const most = LIMITS.export.rows
  let cursor: string | null = null
  for (let exported = 0; ;) {
    const limit = Math.min(LIMITS.export.rowsAtOnce, most - exported) + 1
    const { rows, end } = await findRows(database, { ...filter, cursor }, limit, findExportRows)
    const batch = rows.slice(0, limit - 1)
    const last = batch.at(-1)
    if (batch.length > 0) yield { kind: 'rows', rows: batch }
    exported += batch.length
    const isMore = rows.length >= limit
    if (isMore && exported >= most) {
      yield { kind: 'cut', rows: exported }
      return
    }
    if (isMore && last !== undefined) cursor = encodeCursor(positionOf(last))
    else if (end !== null) cursor = encodeCursor(end)
    else return
  }
}
