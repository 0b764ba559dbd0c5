import { describe, expect, it } from 'vitest'
import { dueBounds } from './due'
import { hasSections, listDeadlines, sortOf } from './list-deadlines'
import { EVERYTHING, type ListFilter } from './list-filter'

const OSLO = 'Europe/Oslo'
const NOW = new Date('2026-10-25T12:00:00Z')
const bounds = dueBounds(NOW, OSLO)

const deadlines = (filter: Partial<ListFilter>) => {
  const range = listDeadlines({ ...EVERYTHING, ...filter }, bounds, OSLO)
  return range && [range.from?.toISOString() ?? null, range.before?.toISOString() ?? null]
}
const sort = (filter: Partial<ListFilter>) => sortOf({ ...EVERYTHING, ...filter })

describe('the deadlines of a list', () => {
  it('are not asked about, unless by its view or a filter', () => {
    expect(deadlines({})).toBeNull()
    expect(deadlines({ view: 'to-capture' })).toBeNull()
    expect(deadlines({ due: 'unknown' })).toBeNull()
  })

  it('are those to come where it is what expires, unless it is asked for by deadline', () => {
    expect(deadlines({ view: 'expiring' })).toEqual([NOW.toISOString(), null])
    expect(deadlines({ view: 'expiring', due: 'passed' })).toEqual([null, NOW.toISOString()])
    expect(deadlines({ view: 'expiring', dueFrom: '2026-10-01' })).toEqual([
      '2026-09-30T22:00:00.000Z',
      null,
    ])
  })

  it('are whole days of the reader, also when the clocks turn', () => {
    const day = { dueFrom: '2026-10-25', dueTo: '2026-10-25' }
    expect(deadlines(day)).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'])
  })

  it('are those of the section and of the days', () => {
    expect(deadlines({ due: 'today', dueFrom: '2026-10-25', dueTo: '2026-10-25' })).toEqual([
      NOW.toISOString(),
      '2026-10-25T23:00:00.000Z',
    ])
  })
})

describe('the order of a list', () => {
  it('is by deadline where the deadline is the question, unless another is chosen', () => {
    expect(sort({})).toBe('newest')
    expect(sort({ view: 'expiring' })).toBe('deadline')
    expect(sort({ due: 'week' })).toBe('deadline')
    expect(sort({ dueTo: '2026-12-24' })).toBe('deadline')
    expect(sort({ view: 'to-capture', sort: 'deadline' })).toBe('deadline')
    expect(sort({ view: 'expiring', sort: 'newest' })).toBe('newest')
  })

  it('is by age where it is what was left over, unless another is chosen', () => {
    expect(sort({ rest: 'kept' })).toBe('oldest')
    expect(sort({ rest: 'open', sort: 'newest' })).toBe('newest')
    expect(sort({ rest: 'open', due: 'week' })).toBe('deadline')
  })

  it('has sections only where it is of what expires', () => {
    expect(hasSections({ ...EVERYTHING, view: 'expiring', due: 'week' })).toBe(true)
    expect(hasSections({ ...EVERYTHING, view: 'expiring', sort: 'newest' })).toBe(false)
    expect(hasSections({ ...EVERYTHING, sort: 'deadline' })).toBe(false)
  })

  it('is not by deadline where there is none', () => {
    expect(sort({ due: 'unknown', sort: 'deadline' })).toBe('newest')
    expect(sort({ due: 'unknown', sort: 'oldest' })).toBe('oldest')
  })
})
