import { PROVIDERS } from '@/lib/domain/provider/provider'
import { readBound, writeBound } from './amount-bound'
import { DUES } from './due'
import { isUuid } from './list-cursor'
import { sortOf, usualSort } from './list-deadlines'
import { EVERYTHING, type ListFilter } from './list-filter'
import { readDay } from './local-day'
import { RESTS } from './rest'
import { readTag } from './tag'
import { LIST_SORTS, VIEW_STATUSES, VIEWS, type View } from './list-view'

/** The list that an address stands for. */
export interface ListQuery extends ListFilter {
  /** The position after which the page begins; null for the first page. */
  readonly after: string | null
}

/** A part of an address that means nothing here, as it was written. */
export interface IgnoredPart {
  readonly name: string
  readonly value: string
}

export interface ReadQuery {
  readonly query: ListQuery
  readonly ignored: readonly IgnoredPart[]
}

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>

type Reader<T> = (text: string) => T | null

const oneOf =
  <T extends string>(known: readonly T[]): Reader<T> =>
  (text) =>
    known.find((value) => value === text) ?? null
const matching =
  (shape: RegExp): Reader<string> =>
  (text) =>
    shape.test(text) ? text : null

const READERS = {
  provider: oneOf(PROVIDERS),
  connection: (text: string) => (isUuid(text) ? text : null),
  method: matching(/^[\w.]{1,80}$/),
  currency: (text: string) => matching(/^[A-Z]{3}$/)(text.toUpperCase()),
  from: readDay,
  to: readDay,
  dueFrom: readDay,
  dueTo: readDay,
  sort: oneOf(LIST_SORTS),
  held: flag,
  rest: oneOf(RESTS),
  tag: readTag,
  anywhere: flag,
} as const

const NAMES = ['view', 'status', 'due', 'q', 'after', 'min', 'max', ...Object.keys(READERS)]

/**
 * Reads the address. Nothing in it can break the page: what is not understood is left out and
 * named. A search without a view goes through everything; without either it is the work to do.
 */
export function readListQuery(params: SearchParams): ReadQuery {
  const ignored: IgnoredPart[] = []
  const one = <T>(name: string, reader: Reader<T>): T | null => {
    const text = first(params[name])?.trim() ?? ''
    const value = text === '' ? null : reader(text)
    if (text !== '' && value === null) ignored.push({ name, value: text })
    return value
  }
  const search = one('q', (text) => withoutNul(text) || null)
  const view = one('view', oneOf(VIEWS)) ?? (search === null ? 'to-capture' : 'all')
  const written = all(params['status'])
  const statuses = VIEW_STATUSES[view].filter((status) => written.includes(status))
  for (const value of written) {
    if (!statuses.some((status) => status === value)) ignored.push({ name: 'status', value })
  }
  const currency = one('currency', READERS.currency)
  const bound: Reader<number> = (text) => readBound(text, currency)
  // What expires has a deadline.
  const dues = DUES.filter((due) => view !== 'expiring' || due !== 'unknown')
  const deadline = {
    view,
    due: one('due', oneOf(dues)),
    dueFrom: one('dueFrom', READERS.dueFrom),
    dueTo: one('dueTo', READERS.dueTo),
    rest: one('rest', READERS.rest),
  }
  const sort = sortOf({ ...deadline, sort: one('sort', READERS.sort) })
  const query = {
    ...deadline,
    sort: sort === usualSort(deadline) ? null : sort,
    statuses,
    search,
    provider: one('provider', READERS.provider),
    connectionId: one('connection', READERS.connection),
    method: one('method', READERS.method),
    currency,
    createdFrom: one('from', READERS.from),
    createdTo: one('to', READERS.to),
    minTenThousandths: one('min', bound),
    maxTenThousandths: one('max', bound),
    heldOnly: one('held', READERS.held) ?? false,
    tag: one('tag', READERS.tag),
    anywhere: one('anywhere', READERS.anywhere) ?? false,
    after: first(params['after']) || null,
  }
  for (const [name, value] of Object.entries(params)) {
    if (!NAMES.includes(name)) ignored.push({ name, value: first(value) ?? '' })
  }
  return { query, ignored }
}

/** The same from the part of an address behind the `?`. */
export function readListSearch(search: URLSearchParams): ReadQuery {
  const names = [...new Set(search.keys())]
  return readListQuery(Object.fromEntries(names.map((name) => [name, search.getAll(name)])))
}

/** Writes a list's query string, without the `?`; reading it gives the same list. */
export function writeListQuery(query: ListQuery): string {
  const params = new URLSearchParams({ view: query.view })
  for (const status of query.statuses) params.append('status', status)
  const parts: Readonly<Record<string, string | null>> = {
    provider: query.provider,
    connection: query.connectionId,
    method: query.method,
    currency: query.currency,
    from: query.createdFrom,
    to: query.createdTo,
    due: query.due,
    dueFrom: query.dueFrom,
    dueTo: query.dueTo,
    min: query.minTenThousandths === null ? null : writeBound(query.minTenThousandths),
    max: query.maxTenThousandths === null ? null : writeBound(query.maxTenThousandths),
    held: query.heldOnly ? '1' : null,
    rest: query.rest,
    tag: query.tag,
    q: query.search,
    anywhere: query.search !== null && query.anywhere ? '1' : null,
    sort: query.sort,
    after: query.after,
  }
  for (const [name, value] of Object.entries(parts)) if (value !== null) params.set(name, value)
  return params.toString()
}

/** The address of a list. Any change but turning the page starts at the first page. */
export function listHref(query: ListQuery, change: Partial<ListQuery> = {}): string {
  return `/transactions?${writeListQuery({ ...query, after: null, ...change })}`
}

/** The address of each view, with the search and the filters of a list as far as they fit. */
export function viewHrefs(query: ListQuery): Readonly<Record<View, string>> {
  const hrefs = VIEWS.map((view) => {
    const due = view === 'expiring' && query.due === 'unknown' ? null : query.due
    return [view, listHref(query, { view, due, statuses: [] })]
  })
  return Object.fromEntries(hrefs) as Record<View, string>
}

/** True when anything but the view narrows a list. */
export function isNarrowed(query: ListQuery): boolean {
  const { view, after, sort } = query
  const plain: ListQuery = { ...EVERYTHING, view, after, sort }
  return writeListQuery(plain) !== writeListQuery(query)
}

/** PostgreSQL keeps every character but NUL. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '').trim()
}

function flag(text: string): true | null {
  return text === '1' || null
}

function all(value: string | string[] | undefined): readonly string[] {
  const values = value === undefined ? [] : typeof value === 'string' ? [value] : value
  return values.flatMap((text) => text.split(',')).filter((text) => text !== '')
}

function first(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0]
}
