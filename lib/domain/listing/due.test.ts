import { describe, expect, it } from 'vitest'
import { DUE_SECTIONS, dueBounds, dueOf, dueRange, overlap } from './due'

const OSLO = 'Europe/Oslo'
const HOUR_MS = 3_600_000

const at = (text: string) => new Date(text)
const due = (deadline: string, now: string, zone = OSLO) =>
  dueOf(at(deadline), dueBounds(at(now), zone))

describe('the section of a deadline', () => {
  it.each([
    ['2026-12-01T11:59:59.999Z', 'passed'],
    ['2026-12-01T12:00:00Z', 'today'],
    ['2026-12-01T22:59:59.999Z', 'today'],
    ['2026-12-01T23:00:00Z', 'tomorrow'],
    ['2026-12-02T23:00:00Z', 'week'],
    ['2026-12-07T22:59:59.999Z', 'week'],
    ['2026-12-07T23:00:00Z', 'later'],
    ['2027-12-01T00:00:00Z', 'later'],
  ])('%s is %s at noon of 1 December in Oslo', (deadline, section) => {
    expect(due(deadline, '2026-12-01T12:00:00Z')).toBe(section)
  })

  it('is that of the reader’s own day', () => {
    const [deadline, now] = ['2026-12-02T02:00:00Z', '2026-12-01T22:30:00Z']
    expect(due(deadline, now, OSLO)).toBe('tomorrow')
    expect(due(deadline, now, 'America/Los_Angeles')).toBe('today')
    expect(due(deadline, now, 'Asia/Tokyo')).toBe('today')
  })

  it('has a day of 25 hours when the clocks are put back in Oslo', () => {
    const now = '2026-10-24T22:00:00Z'
    expect(due('2026-10-25T22:59:59Z', now)).toBe('today')
    expect(due('2026-10-25T23:00:00Z', now)).toBe('tomorrow')
    const { tomorrow } = dueBounds(at(now), OSLO)
    expect(tomorrow.getTime() - at(now).getTime()).toBe(25 * HOUR_MS)
  })

  it('has a day of 23 hours when the clocks are put forward in Oslo', () => {
    const now = '2026-03-28T23:00:00Z'
    expect(due('2026-03-29T21:59:59Z', now)).toBe('today')
    expect(due('2026-03-29T22:00:00Z', now)).toBe('tomorrow')
    const { tomorrow, later } = dueBounds(at(now), OSLO)
    expect(tomorrow.getTime() - at(now).getTime()).toBe(23 * HOUR_MS)
    expect(later.getTime() - at(now).getTime()).toBe((7 * 24 - 1) * HOUR_MS)
  })

  it('is one for each moment, and the ranges leave no gap', () => {
    const bounds = dueBounds(at('2026-12-01T12:00:00Z'), OSLO)
    const ranges = ['passed', 'today', 'tomorrow', 'week', 'later'] as const
    const edges = ranges.map((section) => dueRange(section, bounds))
    expect(edges.slice(1).map(({ from }) => from)).toEqual(
      edges.slice(0, -1).map(({ before }) => before),
    )
    for (const section of DUE_SECTIONS) {
      const { from, before } = dueRange(section, bounds)
      if (from !== null) expect(dueOf(from, bounds)).toBe(section)
      if (before !== null) expect(dueOf(new Date(before.getTime() - 1), bounds)).toBe(section)
    }
  })
})

describe('overlap', () => {
  const [one, two, three, four] = [1, 2, 3, 4].map((ms) => new Date(ms)) as [Date, Date, Date, Date]

  it('has what both ranges have', () => {
    expect(overlap({ from: one, before: three }, { from: two, before: four })).toEqual({
      from: two,
      before: three,
    })
    expect(overlap({ from: null, before: three }, { from: two, before: null })).toEqual({
      from: two,
      before: three,
    })
    expect(overlap({ from: null, before: null }, { from: null, before: null })).toEqual({
      from: null,
      before: null,
    })
  })
})
