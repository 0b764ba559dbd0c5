import type { Database } from '@/db/client'
import { dueBounds } from '@/lib/domain/listing/due'
import {
  decodePosition,
  encodePosition,
  type ListCursor,
  type ListPosition,
} from '@/lib/domain/listing/list-cursor'
import type { ListSearch } from '@/lib/domain/listing/list-search'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import {
  findNamedIds,
  findRows,
  type ReadRows,
  type TransactionFilter,
  type WantedRows,
} from './list-page'
import { partsOf, type OrderedPart } from './list-parts'
import { readTypedSearch } from './read-typed-search'

/** A page of a list, with `next` as the cursor of the page after it. */
export interface FoundPage<R extends TransactionListRow> {
  readonly rows: readonly R[]
  /** Null when this is the last page. */
  readonly next: string | null
  /** The position to which rows were examined, where the page is short because of that. */
  readonly searchedUntil: ListPosition | null
  /** True when these are only the rows that the search names; other rows may contain its text. */
  readonly onlyNamed: boolean
}

/**
 * A page of at most `size` rows from the cursor on, over the parts of the list's order. A page
 * goes on in the next part where one ends.
 */
export async function findPage<R extends TransactionListRow>(
  database: Database,
  filter: TransactionFilter,
  size: number,
  readRows: ReadRows<R>,
): Promise<FoundPage<R>> {
  const { timeZone, now, cursor } = filter
  const parts = partsOf({ filter, bounds: dueBounds(now, timeZone), timeZone })
  const from = cursor === null ? null : decodePosition(cursor)
  const first = Math.max(
    0,
    parts.findIndex(({ name }) => name === from?.part),
  )
  const search = await readTypedSearch(database, filter.scope, filter.search)
  const found = await kindOfFinding(database, parts, filter, search)
  const rows: R[] = []
  let onlyNamed = false
  let last: ListPosition | null = null
  for (const part of parts.slice(first)) {
    const room = size - rows.length
    const after = part.name === from?.part ? from : null
    const wanted = { filter, part, after, search, found, limit: room + 1 }
    const read = await findRows(database, wanted, readRows)
    const taken = read.rows.slice(0, room)
    rows.push(...taken)
    onlyNamed ||= read.onlyNamed
    const end = taken.at(-1)
    if (end !== undefined) last = within(part, part.order.positionOf(end))
    if (read.rows.length > room && last !== null) {
      return { rows, next: encodePosition(last), searchedUntil: null, onlyNamed }
    }
    if (read.end !== null) {
      const searchedUntil = within(part, read.end)
      return { rows, next: encodePosition(searchedUntil), searchedUntil, onlyNamed }
    }
  }
  return { rows, next: null, searchedUntil: null, onlyNamed }
}

function within({ name }: OrderedPart, { at, id }: ListCursor): ListPosition {
  return { part: name, at, id }
}

/** A search that names payments in one part of a list finds only named ones in the others, too. */
async function kindOfFinding(
  database: Database,
  parts: readonly OrderedPart[],
  filter: TransactionFilter,
  search: ListSearch | null,
): Promise<WantedRows['found']> {
  if (search === null || search.name === null || filter.anywhere) return 'anywhere'
  if (parts.length < 2) return 'either'
  const named = await Promise.all(
    parts.map((part) =>
      findNamedIds(database, { filter, part, after: null, search, found: 'named', limit: 1 }),
    ),
  )
  const isNamed = named.every((ids) => ids !== null) && named.some((ids) => ids.length > 0)
  return isNamed ? 'named' : 'anywhere'
}
