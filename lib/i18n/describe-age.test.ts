import { describe, expect, it } from 'vitest'
import { describeAge, countdownText, deadlineText, durationText } from './describe-age'
import { i18nFor } from './i18n'

const en = i18nFor('en', 'Europe/Oslo')
const nb = i18nFor('nb', 'Europe/Oslo')
const now = new Date('2026-09-03T12:00:00Z')
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)

const DAY = 86_400

describe('durationText', () => {
  it.each([
    [0, '0 s'],
    [59.999, '59 s'],
    [60, '1 min'],
    [3_599, '59 min'],
    [3_600, '1 h'],
    [DAY - 1, '23 h'],
    [DAY, '1 d'],
    [2 * DAY - 1, '1 d'],
    [-5, '0 s'],
  ])(
    'tells %s seconds in whole ones of the largest unit, never rounded up: "%s"',
    (seconds, text) => {
      expect(durationText(seconds * 1000, en.t)).toBe(text)
    },
  )
})

describe('describeAge', () => {
  it.each([
    [0, 'just now', 'akkurat nå'],
    [-5, 'just now', 'akkurat nå'],
    [14, '14 s ago', 'for 14 s siden'],
    [119, '1 min ago', 'for 1 min siden'],
    [3 * 3600, '3 h ago', 'for 3 t siden'],
    [0.999, 'just now', 'akkurat nå'],
    [1, '1 s ago', 'for 1 s siden'],
    [6 * 86_400, '6 d ago', 'for 6 d siden'],
    [7 * 86_400 - 1, '6 d ago', 'for 6 d siden'],
    [7 * 86_400, '27 Aug 2026', '27. aug. 2026'],
    [9 * 86_400, '25 Aug 2026', '25. aug. 2026'],
  ])('tells %i seconds as "%s", "%s"', (seconds, english, norwegian) => {
    expect(describeAge(before(seconds), now, en)).toBe(english)
    expect(describeAge(before(seconds), now, nb)).toBe(norwegian)
  })
})

describe('countdownText', () => {
  it('counts whole seconds down to nothing', () => {
    expect(countdownText(before(-42), now)).toBe('0:42')
    expect(countdownText(before(-725), now)).toBe('12:05')
    expect(countdownText(before(3), now)).toBe('0:00')
    expect(countdownText(before(-0.2), now)).toBe('0:01')
    expect(countdownText(before(-60), now)).toBe('1:00')
  })
})

describe('deadlineText', () => {
  it.each([
    [3 * DAY + 1, 'in 3 d', 'calm'],
    [3 * DAY, 'in 3 d', 'near'],
    [2.5 * DAY, 'in 2 d', 'near'],
    [2 * DAY - 1, 'in 1 d', 'near'],
    [1, 'in 1 s', 'near'],
    [0, 'passed 0 s ago', 'passed'],
    [-DAY, 'passed 1 d ago', 'passed'],
  ])('%s seconds ahead is said as "%s", %s', (seconds, text, weight) => {
    expect(deadlineText(before(-seconds), now, en)).toEqual({ text, weight })
  })

  it('is calm, near or passed', () => {
    expect(deadlineText(before(-12 * 86_400), now, en)).toEqual({ text: 'in 12 d', weight: 'calm' })
    expect(deadlineText(before(-5 * 3600), now, nb)).toEqual({ text: 'om 5 t', weight: 'near' })
    expect(deadlineText(before(2 * 86_400), now, en)).toEqual({
      text: 'passed 2 d ago',
      weight: 'passed',
    })
  })
})
