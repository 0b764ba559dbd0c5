import { TRANSACTION_STATUSES, type TransactionStatus } from '@/lib/domain/transaction'

export const VIEWS = ['to-capture', 'attention', 'captured', 'refunded', 'all'] as const
export type View = (typeof VIEWS)[number]

export const VIEW_STATUSES: Readonly<Record<View, readonly TransactionStatus[]>> = {
  'to-capture': ['authorized', 'partially_captured', 'partially_captured_refunded'],
  attention: ['unknown', 'on_hold', 'failed'],
  captured: ['captured'],
  refunded: ['partially_captured_refunded', 'partially_refunded', 'refunded'],
  all: TRANSACTION_STATUSES,
}

/** What the address of the list asks for. */
export interface ListQuery {
  readonly view: View
  /** Chosen within the view; empty means all of the view. */
  readonly statuses: readonly TransactionStatus[]
  readonly search: string | null
  readonly after: string | null
}

export interface Ignored {
  readonly part: 'view' | 'status'
  /** As it was written. */
  readonly text: string
}

export interface ReadQuery {
  readonly query: ListQuery
  /** Parts of the address that mean nothing here. */
  readonly ignored: readonly Ignored[]
}

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>

/**
 * Reads the address. Nothing in it can break the page: what is not understood is ignored and named.
 * A search without a view looks through everything; without either it is the work to do.
 */
export function readListQuery(params: SearchParams): ReadQuery {
  const search = first(params['q'])?.trim() || null
  const asked = first(params['view'])
  const view = VIEWS.find((known) => known === asked) ?? (search === null ? 'to-capture' : 'all')
  const written = all(params['status'])
  const statuses = VIEW_STATUSES[view].filter((status) => written.includes(status))
  const ignored: readonly Ignored[] = [
    ...(asked !== undefined && asked !== view ? [{ part: 'view' as const, text: asked }] : []),
    ...written
      .filter((text) => !statuses.some((status) => status === text))
      .map((text) => ({ part: 'status' as const, text })),
  ]
  return { query: { view, statuses, search, after: first(params['after']) || null }, ignored }
}

/** The statuses to ask the database for; empty means every status. */
export function queriedStatuses(query: ListQuery): readonly TransactionStatus[] {
  if (query.statuses.length > 0) return query.statuses
  return query.view === 'all' ? [] : VIEW_STATUSES[query.view]
}

/** The address of a list. Any change but turning the page starts at the first page. */
export function listHref(query: ListQuery, change: Partial<ListQuery> = {}): string {
  const { view, statuses, search, after } = { ...query, after: null, ...change }
  const params = new URLSearchParams({ view })
  for (const status of statuses) params.append('status', status)
  if (search !== null) params.set('q', search)
  if (after !== null) params.set('after', after)
  return `/transactions?${params.toString()}`
}

function all(value: string | string[] | undefined): readonly string[] {
  const values = value === undefined ? [] : typeof value === 'string' ? [value] : value
  return values.flatMap((text) => text.split(',')).filter((text) => text !== '')
}

function first(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0]
}
