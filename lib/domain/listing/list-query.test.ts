import { describe, expect, it } from 'vitest'
import { EVERYTHING } from './list-filter'
import { isNarrowed, readListQuery, readListSearch, viewHrefs, writeListQuery } from './list-query'

const FIRST_PAGE = { ...EVERYTHING, after: null }

describe('readListQuery', () => {
  it('shows the work to do when the address says nothing', () => {
    expect(readListQuery({})).toEqual({
      query: { ...FIRST_PAGE, view: 'to-capture' },
      ignored: [],
    })
  })

  it('searches everything unless a view is named', () => {
    expect(readListQuery({ q: ' 1001 ' }).query).toMatchObject({ view: 'all', search: '1001' })
    expect(readListQuery({ q: '1001', view: 'captured' }).query.view).toBe('captured')
  })

  it('reads every filter', () => {
    const id = '01990000-0000-7000-8000-000000000001'
    const search = new URLSearchParams(
      `view=all&status=failed,voided&provider=dintero&connection=${id}&method=klarna.billie` +
        '&currency=nok&from=2026-09-01&to=2026-09-30&min=1 249,00&max=2,000.50&held=1&rest=open&tag=Back%20Order' +
        '&due=week&dueFrom=2026-10-01&dueTo=2026-10-31&sort=newest',
    )
    expect(readListSearch(search)).toEqual({
      query: {
        ...FIRST_PAGE,
        statuses: ['voided', 'failed'],
        provider: 'dintero',
        connectionId: id,
        method: 'klarna.billie',
        currency: 'NOK',
        createdFrom: '2026-09-01',
        createdTo: '2026-09-30',
        due: 'week',
        dueFrom: '2026-10-01',
        dueTo: '2026-10-31',
        sort: 'newest',
        minTenThousandths: 12_490_000,
        maxTenThousandths: 20_005_000,
        heldOnly: true,
        rest: 'open',
        tag: 'back order',
      },
      ignored: [],
    })
  })

  it.each([
    ['view', 'elsewhere'],
    ['status', 'nonsense'],
    ['provider', 'acme'],
    ['connection', "1' or 1=1"],
    ['method', '<script>'],
    ['currency', 'kroner'],
    ['from', '2026-02-30'],
    ['to', 'yesterday'],
    ['min', '-5'],
    ['max', '1.2.3.4'],
    ['held', 'yes'],
    ['rest', 'maybe'],
    ['tag', 'a,b'],
    ['due', 'soon'],
    ['dueFrom', '2026-02-30'],
    ['dueTo', 'tomorrow'],
    ['sort', 'amount'],
    ['color', 'blue'],
  ])('leaves out and names %s=%s', (name, value) => {
    const { query, ignored } = readListQuery({ [name]: value })
    expect(query).toEqual({ ...FIRST_PAGE, view: 'to-capture' })
    expect(ignored).toEqual([{ name, value }])
  })

  it('leaves out a status that the view cannot have', () => {
    const { query, ignored } = readListQuery({ status: ['authorized', 'refunded'] })
    expect(query.statuses).toEqual(['authorized'])
    expect(ignored).toEqual([{ name: 'status', value: 'refunded' }])
  })
})

describe('readListQuery, of amounts', () => {
  it.each([
    ['1500', 'ISK', 15_000_000],
    ['1.500', 'ISK', 15_000_000],
    ['10.505', 'KWD', 105_050],
    ['10.505', null, 105_050_000],
    ['kr 1 249,00', null, 12_490_000],
  ])('reads a bound in the currency of the list: %s %s (C1)', (min, currency, bound) => {
    const address = currency === null ? { min } : { min, currency }
    const { query } = readListQuery(address)
    expect(query.minTenThousandths).toBe(bound)
    const again = readListSearch(new URLSearchParams(writeListQuery(query)))
    expect(again.query).toEqual(query)
  })
})

describe('readListQuery, of deadlines', () => {
  it.each([
    ['expiring', 'deadline'],
    ['to-capture', 'newest'],
  ])('%s: its usual order is no part of the list', (view, sort) => {
    const { query, ignored } = readListQuery({ view, sort })
    expect([query.sort, ignored]).toEqual([null, []])
    expect(writeListQuery(query)).toBe(`view=${view}`)
  })

  it('keeps another order than the usual one', () => {
    expect(readListQuery({ view: 'expiring', sort: 'newest' }).query.sort).toBe('newest')
    expect(readListQuery({ view: 'all', sort: 'deadline' }).query.sort).toBe('deadline')
    expect(readListQuery({ view: 'all', due: 'today', sort: 'deadline' }).query.sort).toBeNull()
    expect(readListQuery({ view: 'all', due: 'unknown', sort: 'deadline' }).query.sort).toBeNull()
  })

  it('leaves out “no date known” of what expires, which has one', () => {
    const { query, ignored } = readListQuery({ view: 'expiring', due: 'unknown' })
    expect(query.due).toBeNull()
    expect(ignored).toEqual([{ name: 'due', value: 'unknown' }])
    expect(readListQuery({ view: 'to-capture', due: 'unknown' }).query.due).toBe('unknown')
  })
})

describe('viewHrefs', () => {
  it('keep the filters and the order, but for what a view cannot have', () => {
    const { query } = readListQuery({ view: 'to-capture', due: 'unknown', status: 'authorized' })
    const hrefs = viewHrefs({ ...query, after: 'x.y' })
    expect(hrefs.all).toBe('/transactions?view=all&due=unknown')
    expect(hrefs.expiring).toBe('/transactions?view=expiring')
  })
})

describe('writeListQuery', () => {
  it.each([
    'view=all&q=a%26b&after=z.1',
    'view=to-capture&status=authorized&currency=SEK&held=1',
    'view=all&from=2026-09-01&to=2026-09-30&min=0.05&max=1249.00',
    'view=all&currency=ISK&min=1500.00&max=10.5050',
    'view=all&min=10.5050',
    'view=expiring&due=week',
    'view=to-capture&dueFrom=2026-10-01&dueTo=2026-10-31&sort=newest&after=z.1',
    'view=all&currency=NOK&sort=deadline',
  ])('%s reads back the same', (text) => {
    expect(writeListQuery(readListSearch(new URLSearchParams(text)).query)).toBe(text)
  })
})

it('list query: cleans a search of characters that no database stores, and ignores an empty one', () => {
  expect(readListQuery({ q: ' a\0b\0 ' })).toMatchObject({ query: { search: 'ab' }, ignored: [] })
  expect(readListQuery({ q: '\0' })).toMatchObject({
    query: { search: null },
    ignored: [{ name: 'q' }],
  })
})

it('isNarrowed: true when more than the view narrows a list', () => {
  expect(isNarrowed(readListQuery({ view: 'captured', after: 'x.y' }).query)).toBe(false)
  expect(isNarrowed(readListQuery({ view: 'all', sort: 'deadline' }).query)).toBe(false)
  expect(isNarrowed(readListQuery({ view: 'captured', held: '1' }).query)).toBe(true)
  expect(isNarrowed(readListQuery({ view: 'expiring', due: 'week' }).query)).toBe(true)
  expect(isNarrowed(readListQuery({ q: 'x' }).query)).toBe(true)
})
