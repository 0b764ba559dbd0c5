import { and, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import { decodeCursor, type ListCursor } from '@/lib/domain/listing/list-cursor'
import type { ListFilter } from '@/lib/domain/listing/list-filter'
import { readSearch, type ListSearch } from '@/lib/domain/listing/list-search'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import { branchesOf, viewCondition } from './list-branches'
import { findCandidates, findNamed } from './list-candidates'
import { createdCondition, residualCondition, searchCondition } from './list-conditions'
import { orderOf } from './list-order'
import { findListRows } from './list-rows'
import { findScanEnd, selectScannedIds, type ListScan } from './list-scan'

/** A request for a list, with the time zone of its dates. */
export interface TransactionFilter extends ListFilter {
  /** In which `createdFrom` and `createdTo` are days. */
  readonly timeZone: string
  /** `next` of the page before; an unreadable one starts at the beginning. */
  readonly cursor: string | null
}

/** The first rows of a list from its cursor on. */
export interface FoundRows {
  readonly rows: readonly TransactionListRow[]
  /**
   * The position up to which rows were examined when that is not the end of the list. Null when it
   * is.
   */
  readonly end: ListCursor | null
  /** True when these are only the rows that the search names; other rows may contain its text. */
  readonly onlyNamed: boolean
}

/**
 * At most `limit` rows in the right order, always at a bounded cost. Without a search: the merge of
 * index ranges. With one: what names a payment or a customer exactly is found by that; what is
 * frequent is soon met by looking through the newest; what is rare the search index leads to; what
 * is none of these is looked for as far as one page may look.
 */
export async function findRows(
  database: Database,
  filter: TransactionFilter,
  limit: number,
): Promise<FoundRows> {
  const search = filter.search === null ? null : readSearch(filter.search, LIMITS.search.textLength)
  const scan = scanOf(filter, search)
  const findListed = async (ids: readonly string[], onlyNamed: boolean): Promise<FoundRows> => ({
    rows: await findListRows(database, listed(ids), scan.order.orderBy),
    end: null,
    onlyNamed,
  })
  if (search === null || !search.isIndexed) return searchWithin(database, scan, limit)

  const wanted = {
    condition: and(viewCondition(filter), scan.range, residualCondition(filter)),
    order: scan.order,
  }
  const isNamed = search.name !== null && !filter.anywhere
  const named = isNamed ? await findNamed(database, search, wanted, limit) : []
  if (named !== null && named.length > 0) return findListed(named, true)
  const glance = { ...scan, scanRows: LIMITS.list.searchScanRows }
  const newest = await searchWithin(database, glance, limit)
  if (newest.rows.length >= limit || newest.end === null) return newest
  // Too many references that end in it are too many that hold it.
  const candidates = named && (await findCandidates(database, search, wanted, limit))
  return candidates === null ? searchWithin(database, scan, limit) : findListed(candidates, false)
}

function scanOf(filter: TransactionFilter, search: ListSearch | null): ListScan {
  const order = orderOf(filter.view)
  const cursor = filter.cursor === null ? null : decodeCursor(filter.cursor)
  const filters = residualCondition(filter)
  const shared = {
    order,
    range: and(createdCondition(filter, filter.timeZone), cursor ? order.after(cursor) : undefined),
    scanRows: LIMITS.list.scanRows,
  }
  const amount = amountBranch(filter, search)
  return amount === null
    ? { ...shared, branches: branchesOf(filter), residual: and(filters, searchCondition(search)) }
    : { ...shared, branches: [amount], residual: and(viewCondition(filter), filters) }
}

/** An amount by itself is a range of an index too, where the list is in the same order. */
function amountBranch({ view }: ListFilter, search: ListSearch | null): SQL | null {
  if (search === null || search.pattern !== null || search.amountMinor === null) return null
  if (view === 'expiring' || view === 'attention') return null
  return sql`amount_minor = ${search.amountMinor}::bigint`
}

async function searchWithin(database: Database, scan: ListScan, limit: number): Promise<FoundRows> {
  const { orderBy, isAfter, positionOf } = scan.order
  const rows = await findListRows(database, selectScannedIds(scan, limit), orderBy)
  const whole = { rows, end: null, onlyNamed: false }
  if (scan.residual === undefined) return whole
  const last = rows[limit - 1]
  if (last !== undefined && scan.branches.length === 1) return whole
  const end = await findScanEnd(database, scan, last === undefined ? null : positionOf(last))
  if (end === null) return whole
  return { ...whole, rows: rows.filter((row) => !isAfter(positionOf(row), end)), end }
}

function listed(ids: readonly string[]): SQL {
  return sql`select value::uuid as id from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)`
}
