import { findExactTransaction } from '@/db/queries/listing/find-exact'
import type { TransactionFilter } from '@/db/queries/listing/list-page'
import { sumMovements, sumRefundReasons, sumToCapture } from '@/db/queries/listing/overview'
import { sumSections } from '@/db/queries/listing/sum-sections'
import { countViews } from '@/db/queries/listing/view-counts'
import { listTransactions } from '@/db/queries/payment/transactions'
import { dueBounds, type DueBounds } from '@/lib/domain/listing/due'
import { encodeCursor, encodePosition } from '@/lib/domain/listing/list-cursor'
import { EVERYTHING, type ListFilter } from '@/lib/domain/listing/list-filter'
import { VIEWS, type View } from '@/lib/domain/listing/list-view'
import { RARE_NAME, type Dataset } from './dataset'

/** A query of the list; it runs on each dataset in turn. */
export interface Case {
  readonly name: string
  readonly run: (dataset: Dataset) => Promise<unknown>
}

function page(name: string, filter: (dataset: Dataset) => Partial<TransactionFilter>): Case {
  return {
    name,
    run: (dataset) => listTransactions(dataset.database, { ...filter(dataset), scope: 'all' }),
  }
}

const search = (name: string, text: (dataset: Dataset) => string): Case =>
  page(`search: ${name}`, (dataset) => ({ search: text(dataset) }))

const sections = (name: string, filter: Partial<ListFilter>): Case => ({
  name: `deadline: ${name}`,
  run: ({ database }) => {
    const list = { ...EVERYTHING, view: 'expiring', ...filter } as const
    const reader = { scope: 'all', timeZone: TIME_ZONE, now: new Date(), cursor: null } as const
    return sumSections(database, { ...list, ...reader })
  },
})

const NO_ID = '00000000-0000-0000-0000-000000000000'
const DAY_MS = 86_400_000
const TIME_ZONE = 'Europe/Oslo'

/** A page from `days` ago on; the datasets reach back two years. */
const deep = (view: View, days: number): Case =>
  page(`${view}, ${days} days back`, () => ({
    view,
    cursor: encodeCursor({ at: new Date(Date.now() - days * DAY_MS), id: NO_ID }),
  }))

/** The queries of the list and the overview, with the hard cases of each. */
export const CASES: readonly Case[] = [
  ...VIEWS.map((view) => page(`view: ${view}`, () => ({ view }))),
  deep('all', 365),
  deep('all', 720),
  deep('captured', 365),
  deep('to-capture', 365),
  { name: 'counts of all views', run: ({ database }) => countViews(database, 'all', bounds()) },
  search('rare name', () => RARE_NAME),
  search('common name', () => 'hansen'),
  search('e-mail', ({ known }) => known.email),
  search('end of a reference', ({ known }) => known.orderReference.slice(1)),
  search('middle of a reference', ({ known }) => known.orderReference.slice(1, -1)),
  search('amount', () => '1 249,00'),
  search('number (reference or amount)', () => '1249'),
  search('surname first', ({ known }) => known.name.split(' ').toReversed().join(', ')),
  search('phone number', ({ known }) => known.phone.replace(/(\d\d)(?=(\d\d)+$)/g, '$1 ')),
  search('last four digits of a card', () => '4242'),
  search('two letters', () => 'ha'),
  search('two letters without a match', () => 'qx'),
  search('no hit', () => 'quetzalcoatl'),
  {
    name: 'exact order reference',
    run: ({ database, known }) => findExactTransaction(database, 'all', known.orderReference),
  },
  {
    name: 'exact provider id',
    run: ({ database, known }) =>
      findExactTransaction(database, 'all', known.providerTransactionId),
  },
  page('filter: method and currency', () => ({ method: 'klarna.klarna', currency: 'EUR' })),
  page('filter: amount range', () => ({
    minTenThousandths: 10_000_000,
    maxTenThousandths: 12_000_000,
  })),
  page('filter: a month last year', () => ({ createdFrom: lastYear(0), createdTo: lastYear(30) })),
  page('to capture and a filter', () => ({ view: 'to-capture', currency: 'DKK' })),
  page('by deadline: all', () => ({ sort: 'deadline' })),
  page('by deadline: all, what has passed', () => ({
    sort: 'deadline',
    cursor: encodePosition({ part: 'passed', at: new Date(), id: NO_ID }),
  })),
  page('by deadline: all, what has none', () => ({
    sort: 'deadline',
    cursor: encodePosition({ part: 'undated', at: new Date(), id: NO_ID }),
  })),
  page('by deadline: to capture, the end', () => ({
    view: 'to-capture',
    sort: 'deadline',
    cursor: encodePosition({ part: 'undated', at: new Date(), id: NO_ID }),
  })),
  page('by deadline: needs attention', () => ({ view: 'attention', sort: 'deadline' })),
  page('by age: all', () => ({ sort: 'oldest' })),
  page('by age: a rest to decide', () => ({ view: 'all', rest: 'open' })),
  page('by age: a rest that is kept', () => ({ view: 'all', rest: 'kept' })),
  page('deadline: within 7 days', () => ({ view: 'expiring', due: 'week' })),
  page('deadline: passed, and a filter', () => ({ due: 'passed', currency: 'DKK' })),
  page('deadline: passed, newest first', () => ({ due: 'passed', sort: 'newest' })),
  page('deadline: expiring and a name', () => ({ view: 'expiring', search: 'hansen' })),
  sections('sections', {}),
  sections('sections and a filter', { currency: 'DKK' }),
  { name: 'overview: to capture', run: ({ database }) => sumToCapture(database, 'all', bounds()) },
  { name: 'overview: by day', run: ({ database }) => sumMovements(database, 'all', TIME_ZONE) },
  {
    name: 'overview: reasons',
    run: ({ database }) => sumRefundReasons(database, 'all', TIME_ZONE),
  },
]

function bounds(): DueBounds {
  return dueBounds(new Date(), TIME_ZONE)
}

function lastYear(days: number): string {
  return new Date(Date.now() - (365 - days) * DAY_MS).toISOString().slice(0, 10)
}
