import { database } from '@/db/client'
import { findFilterChoices } from '@/db/queries/listing/filter-choices'
import { findRecentRefusals } from '@/db/queries/listing/recent-refusals'
import { listSavedViews } from '@/db/queries/listing/saved-views'
import { listUnreadPayments } from '@/db/queries/listing/unread-payments'
import { sumSections } from '@/db/queries/listing/sum-sections'
import { countViews } from '@/db/queries/listing/view-counts'
import { findTagsOf } from '@/db/queries/payment/payment-tags'
import { listTransactions } from '@/db/queries/payment/transactions'
import type { Actor } from '@/lib/domain/access/actor'
import { dueBounds, dueOf, type DueBounds, type DueSection } from '@/lib/domain/listing/due'
import { decodePosition, encodeCursor } from '@/lib/domain/listing/list-cursor'
import { hasSections, sortOf } from '@/lib/domain/listing/list-deadlines'
import { isNarrowed, writeListQuery, type ListQuery } from '@/lib/domain/listing/list-query'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { UnreadPayments } from '@/lib/domain/payment/unread-payment'
import { listLimits } from './inputs'

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
  const now = new Date()
  const bounds = dueBounds(now, timeZone)
  const reader = { scope, timeZone, now }
  const inSections = hasSections(query)
  const [page, sums, unread, counts, choices, views] = await Promise.all([
    listTransactions(db, { ...query, ...reader, cursor: query.after }),
    inSections ? sumSections(db, { ...query, ...reader, cursor: null }) : null,
    showsUnread ? listUnreadPayments(db, scope) : NO_UNREAD,
    countViews(db, scope, bounds),
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
  const tags = await findTagsOf(
    db,
    scope,
    page.rows.map(({ id }) => id),
  )
  // Further pages and lists by deadline do not begin with what is new.
  const watches = first !== undefined && query.after === null && sortOf(query) === 'newest'
  const newest = watches ? encodeCursor({ at: first.createdAt, id: first.id }) : null
  // New payments are reported where they would be listed: by the name, when the search named
  // payments.
  const watched = writeListQuery({ ...query, after: null, anywhere: !page.onlyNamed })
  const updates = newest === null ? ownQuery : `${watched}&newest=${newest}`
  const sections = inSections ? { bounds, sums, begun: sectionBefore(query.after, bounds) } : null
  // What has passed comes after everything that has not, unless the list is one of deadlines.
  const endsWithPassed = inSections && listsUpcoming(query) && page.next === null
  const passed = endsWithPassed
    ? await listTransactions(db, { ...query, ...reader, due: 'passed', cursor: null })
    : null
  return {
    now,
    page,
    sections,
    passed: passed?.rows.slice(0, listLimits.passedShown) ?? [],
    unread,
    refusals,
    tags,
    counts,
    choices,
    views,
    ownQuery,
    updates,
  }
}

/** True where no deadline is asked for: such a list of what expires leaves out what has passed. */
function listsUpcoming({ due, dueFrom, dueTo }: ListQuery): boolean {
  return due === null && dueFrom === null && dueTo === null
}

/** The section of the row before a page; null on the first page. */
function sectionBefore(after: string | null, bounds: DueBounds): DueSection | null {
  const position = after === null ? null : decodePosition(after)
  return position === null ? null : dueOf(position.at, bounds)
}
