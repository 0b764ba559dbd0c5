import { describe, expect, it } from 'vitest'
import { listHref, queriedStatuses, readListQuery } from './list-query'

describe('readListQuery', () => {
  it('shows the work to do when the address says nothing', () => {
    const { query, ignored } = readListQuery({})
    expect(query).toEqual({ view: 'to-capture', statuses: [], search: null, after: null })
    expect(ignored).toEqual([])
    expect(queriedStatuses(query)).toContain('authorized')
  })

  it('searches everything unless a view is named', () => {
    expect(readListQuery({ q: ' 1001 ' }).query).toMatchObject({ view: 'all', search: '1001' })
    expect(readListQuery({ q: '1001', view: 'captured' }).query.view).toBe('captured')
  })

  it('names what it ignores', () => {
    const { query, ignored } = readListQuery({
      view: 'elsewhere',
      status: ['authorized', 'nonsense', 'refunded'],
    })
    expect(query).toMatchObject({ view: 'to-capture', statuses: ['authorized'] })
    expect(ignored).toEqual([
      { part: 'view', text: 'elsewhere' },
      { part: 'status', text: 'nonsense' },
      { part: 'status', text: 'refunded' },
    ])
  })

  it('takes repeated and comma-separated statuses, and the first of a repeated search', () => {
    const { query } = readListQuery({ view: 'all', status: 'failed,voided', q: ['a', 'b'] })
    expect(query).toMatchObject({ statuses: ['voided', 'failed'], search: 'a' })
  })
})

describe('queriedStatuses', () => {
  it('asks for no status in particular to get all of them', () => {
    expect(queriedStatuses(readListQuery({ view: 'all' }).query)).toEqual([])
  })
})

describe('listHref', () => {
  const { query } = readListQuery({ view: 'all', status: 'voided', q: 'a&b', after: 'x.y' })

  it('starts at the first page when the filter changes', () => {
    expect(listHref(query, { statuses: [] })).toBe('/transactions?view=all&q=a%26b')
  })

  it('keeps the filter when the page turns, and reads back the same', () => {
    const href = listHref(query, { after: 'z.1' })
    const params = Object.fromEntries(new URL(href, 'http://localhost').searchParams)
    expect(readListQuery(params).query).toEqual({ ...query, after: 'z.1' })
  })
})
