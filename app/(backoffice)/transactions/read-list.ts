import { database } from '@/db/client'
import { findFilterChoices } from '@/db/queries/listing/filter-choices'
import { findRecentRefusals } from '@/db/queries/listing/recent-refusals'
import { listSavedViews } from '@/db/queries/listing/saved-views'
import { listUnreadPayments } from '@/db/queries/listing/unread-payments'
import { countViews } from '@/db/queries/listing/view-counts'
import { listTransactions } from '@/db/queries/payment/transactions'
import type { Actor } from '@/lib/domain/access/actor'
import { encodeCursor } from '@/lib/domain/listing/list-cursor'
import { isNarrowed, writeListQuery, type ListQuery } from '@/lib/domain/listing/list-query'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { UnreadPayments } from '@/lib/domain/payment/unread-payment'

const NO_UNREAD: UnreadPayments = { rows: [], count: 0 }
const NO_REFUSALS: ReadonlyMap<string, OperationKind> = new Map()

/** Everything that the list page shows, read at once. */
export async function readList(
  query: ListQuery,
  { userId, scope }: Pick<Actor, 'userId' | 'scope'>,
  timeZone: string,
) {
  const db = database()
  // They have no order and no customer that a filter or a search could find.
  const showsUnread = query.view === 'attention' && query.after === null && !isNarrowed(query)
  const [page, unread, counts, choices, views] = await Promise.all([
    listTransactions(db, { ...query, scope, timeZone, cursor: query.after }),
    showsUnread ? listUnreadPayments(db, scope) : NO_UNREAD,
    countViews(db, scope),
    findFilterChoices(db, scope),
    listSavedViews(db, scope, userId),
  ])
  const ownQuery = writeListQuery({ ...query, after: null })
  const [first] = page.rows
  const refusals =
    query.view === 'attention' && page.rows.length > 0
      ? await findRecentRefusals(
          db,
          scope,
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
  return { page, unread, refusals, counts, choices, views, ownQuery, updates }
}
