import { describe, expect, it } from 'vitest'
import {
  dayKey,
  formatClock,
  formatDateTime,
  formatExact,
  formatShortDay,
  formatWeekday,
} from './dates'

describe('dates', () => {
  const summer = new Date('2026-09-03T12:05:09Z')

  it('are written in the time zone of the business', () => {
    expect(formatDateTime(summer)).toBe('3 Sep 2026, 14:05')
    expect(formatDateTime(new Date('2026-01-03T12:05:09Z'))).toBe('3 Jan 2026, 13:05')
  })

  it('leave out the year while it is this one, in Oslo', () => {
    expect(formatShortDay(summer, new Date('2026-01-01T00:00:00Z'))).toBe('3 Sep')
    expect(formatShortDay(summer, new Date('2026-12-31T23:30:00Z'))).toBe('3 Sep 2026')
  })

  it('name the weekday', () => {
    expect(formatWeekday(summer)).toBe('Thursday 3 Sep 2026')
  })

  it('are exact to the second on request', () => {
    expect(formatClock(summer)).toBe('14:05:09')
    expect(formatExact(summer)).toMatch(/^3 Sep 2026, 14:05:09 (CEST|GMT\+2)$/)
  })

  it('change day at midnight in Oslo, not in Greenwich', () => {
    expect(dayKey(new Date('2026-09-03T21:59:59Z'))).toBe('2026-09-03')
    expect(dayKey(new Date('2026-09-03T22:00:00Z'))).toBe('2026-09-04')
  })
})
