import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import type { ExportRow } from '@/lib/domain/view/transaction-view'
import { findExportRows } from './export-rows'
import { findPage, type FoundPage } from './find-page'
import type { TransactionFilter } from './list-page'

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
  const most = LIMITS.export.rows
  let cursor: string | null = null
  for (let exported = 0; ;) {
    const room = most - exported
    // One more than there is room for tells that the list is longer.
    const size = Math.max(1, Math.min(LIMITS.export.rowsAtOnce, room))
    const page: FoundPage<ExportRow> = await findPage(
      database,
      { ...filter, cursor },
      size,
      findExportRows,
    )
    const { rows, next } = page
    if (room === 0 && rows.length > 0) {
      yield { kind: 'cut', rows: exported }
      return
    }
    if (rows.length > 0) yield { kind: 'rows', rows }
    exported += rows.length
    if (next === null) return
    cursor = next
  }
}
