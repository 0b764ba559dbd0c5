import { database } from '@/db/client'
import { findFilterChoices } from '@/db/queries/listing/filter-choices'
import { findRecentRefusals } from '@/db/queries/listing/recent-refusals'
import { listSavedViews } from '@/db/queries/listing/saved-views'
import { countViews } from '@/db/queries/listing/view-counts'
import { listTransactions } from '@/db/queries/payment/transactions'
import { encodeCursor } from '@/lib/domain/listing/list-cursor'
import { writeListQuery, type ListQuery } from '@/lib/domain/listing/list-query'
import type { OperationKind } from '@/lib/domain/operation/operation'

const NO_REFUSALS: ReadonlyMap<string, OperationKind> = new Map()

/** Everything that the list page shows, read at once. */
export async function readList(query: ListQuery, userId: string, timeZone: string) {
  const db = database()
  const [page, counts, choices, views] = await Promise.all([
    listTransactions(db, { ...query, timeZone, cursor: query.after }),
    countViews(db),
    findFilterChoices(db),
    listSavedViews(db, userId),
  ])
  const ownQuery = writeListQuery({ ...query, after: null })
  const [first] = page.rows
  const refusals =
    query.view === 'attention' && page.rows.length > 0
      ? await findRecentRefusals(
          db,
          page.rows.map(({ id }) => id),
        )
      : NO_REFUSALS
  // Further pages and the list by deadline do not begin with what is new.
  const watches = first !== undefined && query.after === null && query.view !== 'expiring'
  const newest = watches ? encodeCursor({ at: first.createdAt, id: first.id }) : null
  // New payments are reported where they would be listed: by the name, when the search named
  // payments.
  const watched = writeListQuery({ ...query, after: null, anywhere: !page.onlyNamed })
  const updates = newest === null ? ownQuery : `${watched}&newest=${newest}`
  return { page, refusals, counts, choices, views, ownQuery, updates }
}
