import { describe, expect, it } from 'vitest'
import { addDays, localDay, startOfDay } from './local-day'

const at = (text: string) => new Date(text)
const start = (day: string, zone: string) => startOfDay(day, zone).toISOString()

describe('startOfDay', () => {
  it.each([
    // Summer time begins on 29 March 2026 in Oslo, and ends on 25 October.
    ['2026-03-29', 'Europe/Oslo', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Oslo', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Oslo', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Oslo', '2026-10-25T23:00:00.000Z'],
    ['2026-12-01', 'UTC', '2026-12-01T00:00:00.000Z'],
    ['2026-12-01', 'Pacific/Kiritimati', '2026-11-30T10:00:00.000Z'],
    ['2026-12-01', 'America/Los_Angeles', '2026-12-01T08:00:00.000Z'],
    ['2026-12-01', 'Asia/Kathmandu', '2026-11-30T18:15:00.000Z'],
  ])('%s in %s', (day, zone, moment) => {
    expect(start(day, zone)).toBe(moment)
  })

  it('is when the clocks are put forward, where that skips midnight', () => {
    expect(start('2026-04-24', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z')
    expect(start('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z')
  })

  it('is the first of two midnights, where the clocks are put back to it', () => {
    expect(start('2026-11-01', 'America/Havana')).toBe('2026-11-01T04:00:00.000Z')
  })

  it('is the start of the next day, where a zone left the day out', () => {
    expect(start('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z')
  })

  it.each(['Europe/Oslo', 'Africa/Cairo', 'America/Havana', 'Australia/Lord_Howe', 'Asia/Tehran'])(
    'splits each day of a year from the one before: %s',
    (zone) => {
      for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
        const begin = startOfDay(day, zone)
        expect(localDay(begin, zone)).toBe(day)
        expect(localDay(new Date(begin.getTime() - 1), zone)).toBe(addDays(day, -1))
      }
    },
  )
})

describe('localDay', () => {
  it('is the day on the wall, which is not the same everywhere', () => {
    const moment = at('2026-12-01T23:30:00Z')
    expect(localDay(moment, 'Europe/Oslo')).toBe('2026-12-02')
    expect(localDay(moment, 'UTC')).toBe('2026-12-01')
    expect(localDay(moment, 'America/Los_Angeles')).toBe('2026-12-01')
  })
})
