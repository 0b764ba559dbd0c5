import { describe, expect, it } from 'vitest'
import { formatAge, formatCountdown, formatDeadline } from './age'

const now = new Date('2026-09-03T12:00:00Z')
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)

describe('formatAge', () => {
  it.each([
    [0, 'just now'],
    [-5, 'just now'],
    [14, '14 s ago'],
    [119, '1 min ago'],
    [3 * 3600, '3 h ago'],
    [6 * 86_400, '6 d ago'],
    [9 * 86_400, '25 Aug 2026'],
  ])('tells %i seconds as "%s"', (seconds, text) => {
    expect(formatAge(before(seconds), now)).toBe(text)
  })
})

describe('formatCountdown', () => {
  it('counts whole seconds down to nothing', () => {
    expect(formatCountdown(before(-42), now)).toBe('0:42')
    expect(formatCountdown(before(-725), now)).toBe('12:05')
    expect(formatCountdown(before(3), now)).toBe('0:00')
  })
})

describe('formatDeadline', () => {
  it('is calm, near or passed', () => {
    expect(formatDeadline(before(-12 * 86_400), now)).toEqual({ text: 'in 12 d', weight: 'calm' })
    expect(formatDeadline(before(-5 * 3600), now)).toEqual({ text: 'in 5 h', weight: 'near' })
    expect(formatDeadline(before(2 * 86_400), now)).toEqual({
      text: 'passed 2 d ago',
      weight: 'passed',
    })
  })
})
