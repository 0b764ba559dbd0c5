import { describe, expect, it } from 'vitest'
import { dateFormats } from './dates'

const en = dateFormats('en', 'Europe/Oslo')
const nb = dateFormats('nb', 'Europe/Oslo')
const summer = new Date('2026-09-03T12:05:09Z')

describe('dates', () => {
  it('are written in the time zone of the business', () => {
    expect(en.dateTime(summer)).toBe('3 Sep 2026, 14:05')
    expect(en.dateTime(new Date('2026-01-03T12:05:09Z'))).toBe('3 Jan 2026, 13:05')
    expect(dateFormats('en', 'America/New_York').dateTime(summer)).toBe('3 Sep 2026, 08:05')
  })

  it('leave out the year while it is this one, in the time zone', () => {
    expect(en.shortDay(summer, new Date('2026-01-01T00:00:00Z'))).toBe('3 Sep')
    expect(en.shortDay(summer, new Date('2026-12-31T23:30:00Z'))).toBe('3 Sep 2026')
  })

  it('name the weekday', () => {
    expect(en.weekday(summer)).toBe('Thursday 3 Sep 2026')
  })

  it('are exact to the second on request', () => {
    expect(en.clock(summer)).toBe('14:05:09')
    expect(en.exact(summer)).toMatch(/^3 Sep 2026, 14:05:09 (CEST|GMT\+2)$/)
  })

  it('change day at midnight there, not in Greenwich', () => {
    expect(en.dayKey(new Date('2026-09-03T21:59:59Z'))).toBe('2026-09-03')
    expect(en.dayKey(new Date('2026-09-03T22:00:00Z'))).toBe('2026-09-04')
  })

  it('are written as Norwegians write them', () => {
    expect(nb.day(summer)).toBe('3. sep. 2026')
    expect(nb.shortDay(summer, summer)).toBe('3. sep.')
    expect(nb.weekday(summer)).toBe('torsdag 3. sep. 2026')
    expect(nb.dateTime(summer)).toBe('3. sep. 2026, 14:05')
    expect(nb.clock(summer)).toBe('14:05:09')
    expect(nb.dayKey(summer)).toBe('2026-09-03')
  })
})
