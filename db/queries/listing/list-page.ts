import { and, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { withinScope } from '@/db/queries/within-scope'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import type { ListCursor } from '@/lib/domain/listing/list-cursor'
import type { ListFilter } from '@/lib/domain/listing/list-filter'
import type { ListSearch } from '@/lib/domain/listing/list-search'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import { viewCondition } from './list-branches'
import { findCandidates, findNamed } from './list-candidates'
import {
  amountIs,
  createdCondition,
  residualCondition,
  searchCondition,
  tagCondition,
} from './list-conditions'
import { NEWEST } from './list-order'
import type { OrderedPart } from './list-parts'
import { findScanEnd, selectScannedIds, type ListScan } from './list-scan'

/** A request for a list, with the time and the time zone of its dates. */
export interface TransactionFilter extends ListFilter {
  /** In which the days of the filters are days. */
  readonly timeZone: string
  /** By which deadlines have passed, or are today's. */
  readonly now: Date
  /** Whose payments there are for who asks. */
  readonly scope: Scope
  /** `next` of the page before; an unreadable one starts at the beginning. */
  readonly cursor: string | null
}

/** Reads the rows of a subquery of ids, in an order of the columns of `transactions`. */
export type ReadRows<R extends TransactionListRow> = (
  database: Database,
  ids: SQL,
  orderBy: SQL,
) => Promise<readonly R[]>

/** What is wanted of one part of a list. */
export interface WantedRows {
  readonly filter: TransactionFilter
  readonly part: OrderedPart
  /** The position after which rows are wanted; null from the first on. */
  readonly after: ListCursor | null
  readonly search: ListSearch | null
  /**
   * The rows that a search finds: those that it names, those that hold its text anywhere, or
   * `either`: those that it names, and where it names none, those that hold its text.
   */
  readonly found: 'named' | 'anywhere' | 'either'
  readonly limit: number
}

/** The first rows of a part of a list from its cursor on. */
export interface FoundRows<R extends TransactionListRow> {
  readonly rows: readonly R[]
  /**
   * The position up to which rows were examined when that is not the end of the part. Null when it
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
  wanted: WantedRows,
  readRows: ReadRows<R>,
): Promise<FoundRows<R>> {
  const { search, limit, found } = wanted
  const scan = scanOf(wanted)
  const findListed = async (ids: readonly string[], onlyNamed: boolean) => ({
    rows: await readRows(database, listed(ids), scan.order.orderBy),
    end: null,
    onlyNamed,
  })
  const scanned = (within: ListScan) => searchWithin(database, within, limit, readRows)
  if (search === null || !search.isIndexed) return scanned(scan)

  const conditions = { condition: wantedCondition(wanted), order: scan.order }
  const named = found === 'anywhere' ? [] : await findNamedIds(database, wanted)
  if (named !== null && (named.length > 0 || found === 'named')) return findListed(named, true)
  const glance = { ...scan, scanRows: rowsOfBranch(LIMITS.list.searchScanRows, wanted) }
  const newest = await scanned(glance)
  if (newest.rows.length >= limit || newest.end === null) return newest
  // Too many references that end in it are too many that hold it.
  const candidates = named && (await findCandidates(database, search, conditions, limit))
  return candidates === null ? scanned(scan) : findListed(candidates, false)
}

/** The payments of a part of a list that a search names; null when too many are proposed. */
export async function findNamedIds(
  database: Database,
  wanted: WantedRows,
): Promise<readonly string[] | null> {
  const { search, part, limit } = wanted
  if (search === null || !search.isIndexed) return []
  const conditions = { condition: wantedCondition(wanted), order: part.order }
  return findNamed(database, search, conditions, limit)
}

/** The condition of a list on a row besides the search. */
function wantedCondition({ filter, part, after }: WantedRows): SQL | undefined {
  return and(
    viewCondition(filter),
    createdCondition(filter, filter.timeZone),
    part.condition,
    after ? part.order.after(after) : undefined,
    residualCondition(filter),
    withinScope(filter.scope, sql`connection_id`),
  )
}

function scanOf(wanted: WantedRows): ListScan {
  const { filter, part, after, search } = wanted
  const filters = and(part.residual, residualCondition(filter))
  const shared = {
    order: part.order,
    range: and(part.range, after ? part.order.after(after) : undefined),
    scanRows: rowsOfBranch(LIMITS.list.scanRows, wanted),
  }
  const amounts = amountBranches(wanted)
  if (search === null || amounts === null) {
    return {
      ...shared,
      branches: part.branches(filter.scope).map((branch) => withTag(branch, filter)),
      residual: and(filters, searchCondition(search)),
    }
  }
  const ofCurrency = search.amounts.every(({ currencies }) => currencies === null)
    ? undefined
    : searchCondition(search)
  return { ...shared, branches: amounts, residual: and(ofCurrency, viewCondition(filter), filters) }
}

/** Tags lead to few payments: a branch is looked up by them, however far back they are. */
function withTag(branch: SQL, filter: TransactionFilter): SQL {
  return sql`${and(branch, tagCondition(filter))}`
}

/** Amounts by themselves are ranges of an index too, where the list is in the same order. */
function amountBranches({ filter, part, search }: WantedRows): readonly SQL[] | null {
  if (search === null || search.patterns.length > 0) return null
  if (part.order !== NEWEST || filter.view === 'attention') return null
  const within = withinScope(filter.scope, sql`connection_id`)
  return search.amounts.map(
    ({ amountMinor }) => sql`${and(amountIs({ amountMinor, currencies: null }), within)}`,
  )
}

/** A scope has more branches; all of them together examine no more rows than without one. */
function rowsOfBranch(rows: number, { part, filter }: WantedRows): number {
  const [parts, scoped] = [part.branches('all'), part.branches(filter.scope)]
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
