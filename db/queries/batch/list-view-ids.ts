import type { Database } from '@/db/client'
import { findPage, type FoundPage } from '@/db/queries/listing/find-page'
import type { TransactionFilter } from '@/db/queries/listing/list-page'
import { findListRows } from '@/db/queries/listing/list-rows'
import { LIMITS } from '@/lib/config/limits'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'

/** The payments of all pages of a list, in its order, at most so many. */
export async function listViewIds(
  database: Database,
  filter: TransactionFilter,
  most: number,
): Promise<readonly string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const size = Math.min(LIMITS.batch.rowsAtOnce, most - ids.length)
    const page: FoundPage<TransactionListRow> = await findPage(
      database,
      { ...filter, cursor },
      size,
      findListRows,
    )
    ids.push(...page.rows.map(({ id }) => id))
    cursor = page.next
  } while (cursor !== null && ids.length < most)
  return ids
}
