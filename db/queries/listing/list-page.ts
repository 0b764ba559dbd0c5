import { and, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { withinScope } from '@/db/queries/within-scope'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import { decodeCursor, type ListCursor } from '@/lib/domain/listing/list-cursor'
import type { ListFilter } from '@/lib/domain/listing/list-filter'
import type { ListSearch } from '@/lib/domain/listing/list-search'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import { branchesOf, viewCondition } from './list-branches'
import { findCandidates, findNamed } from './list-candidates'
import { amountIs, createdCondition, residualCondition, searchCondition } from './list-conditions'
import { readTypedSearch } from './read-typed-search'
import { orderOf } from './list-order'
import { findScanEnd, selectScannedIds, type ListScan } from './list-scan'

/** A request for a list, with the time zone of its dates. */
export interface TransactionFilter extends ListFilter {
  /** In which `createdFrom` and `createdTo` are days. */
  readonly timeZone: string
  /** Whose payments there are for who asks. */
  readonly scope: Scope
  /** `next` of the page before; an unreadable one starts at the beginning. */
  readonly cursor: string | null
}

/** Reads the rows of a subquery of ids, in an order of the columns of `transactions`. */
type ReadRows<R extends TransactionListRow> = (
  database: Database,
  ids: SQL,
  orderBy: SQL,
) => Promise<readonly R[]>

/** The first rows of a list from its cursor on. */
export interface FoundRows<R extends TransactionListRow> {
  readonly rows: readonly R[]
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
export async function findRows<R extends TransactionListRow>(
  database: Database,
  filter: TransactionFilter,
  limit: number,
  readRows: ReadRows<R>,
): Promise<FoundRows<R>> {
  const search = await readTypedSearch(database, filter.scope, filter.search)
  const scan = scanOf(filter, search)
  const findListed = async (ids: readonly string[], onlyNamed: boolean) => ({
    rows: await readRows(database, listed(ids), scan.order.orderBy),
    end: null,
    onlyNamed,
  })
  const scanned = (within: ListScan) => searchWithin(database, within, limit, readRows)
  if (search === null || !search.isIndexed) return scanned(scan)

  const wanted = {
    condition: and(
      viewCondition(filter),
      scan.range,
      residualCondition(filter),
      withinScope(filter.scope, sql`connection_id`),
    ),
    order: scan.order,
  }
  const isNamed = search.name !== null && !filter.anywhere
  const named = isNamed ? await findNamed(database, search, wanted, limit) : []
  if (named !== null && named.length > 0) return findListed(named, true)
  const glance = { ...scan, scanRows: rowsOfBranch(LIMITS.list.searchScanRows, filter) }
  const newest = await scanned(glance)
  if (newest.rows.length >= limit || newest.end === null) return newest
  // Too many references that end in it are too many that hold it.
  const candidates = named && (await findCandidates(database, search, wanted, limit))
  return candidates === null ? scanned(scan) : findListed(candidates, false)
}

function scanOf(filter: TransactionFilter, search: ListSearch | null): ListScan {
  const order = orderOf(filter.view)
  const cursor = filter.cursor === null ? null : decodeCursor(filter.cursor)
  const filters = residualCondition(filter)
  const shared = {
    order,
    range: and(createdCondition(filter, filter.timeZone), cursor ? order.after(cursor) : undefined),
    scanRows: rowsOfBranch(LIMITS.list.scanRows, filter),
  }
  const amounts = amountBranches(filter, search)
  if (search === null || amounts === null) {
    return {
      ...shared,
      branches: branchesOf(filter, filter.scope),
      residual: and(filters, searchCondition(search)),
    }
  }
  const ofCurrency = search.amounts.every(({ currencies }) => currencies === null)
    ? undefined
    : searchCondition(search)
  return { ...shared, branches: amounts, residual: and(ofCurrency, viewCondition(filter), filters) }
}

/** Amounts by themselves are ranges of an index too, where the list is in the same order. */
function amountBranches(
  { view, scope }: TransactionFilter,
  search: ListSearch | null,
): readonly SQL[] | null {
  if (search === null || search.patterns.length > 0) return null
  if (view === 'expiring' || view === 'attention') return null
  const within = withinScope(scope, sql`connection_id`)
  return search.amounts.map(
    ({ amountMinor }) => sql`${and(amountIs({ amountMinor, currencies: null }), within)}`,
  )
}

/** A scope has more branches; all of them together examine no more rows than without one. */
function rowsOfBranch(rows: number, filter: TransactionFilter): number {
  const [parts, scoped] = [branchesOf(filter, 'all'), branchesOf(filter, filter.scope)]
  return Math.ceil((rows * parts.length) / scoped.length)
}

async function searchWithin<R extends TransactionListRow>(
  database: Database,
  scan: ListScan,
  limit: number,
  readRows: ReadRows<R>,
): Promise<FoundRows<R>> {
  const { orderBy, isAfter, positionOf } = scan.order
  const rows = await readRows(database, selectScannedIds(scan, limit), orderBy)
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
