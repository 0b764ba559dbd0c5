import { describe, expect, it } from 'vitest'
import { ageText, countdownText, deadlineText } from './describe-age'
import { wordingFor } from './i18n'

const en = wordingFor('en', 'Europe/Oslo')
const nb = wordingFor('nb', 'Europe/Oslo')
const now = new Date('2026-09-03T12:00:00Z')
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)

describe('ageText', () => {
  it.each([
    [0, 'just now', 'akkurat nå'],
    [-5, 'just now', 'akkurat nå'],
    [14, '14 s ago', 'for 14 s siden'],
    [119, '1 min ago', 'for 1 min siden'],
    [3 * 3600, '3 h ago', 'for 3 t siden'],
    [6 * 86_400, '6 d ago', 'for 6 d siden'],
    [9 * 86_400, '25 Aug 2026', '25. aug. 2026'],
  ])('tells %i seconds as "%s", "%s"', (seconds, english, norwegian) => {
    expect(ageText(before(seconds), now, en)).toBe(english)
    expect(ageText(before(seconds), now, nb)).toBe(norwegian)
  })
})

describe('countdownText', () => {
  it('counts whole seconds down to nothing', () => {
    expect(countdownText(before(-42), now)).toBe('0:42')
    expect(countdownText(before(-725), now)).toBe('12:05')
    expect(countdownText(before(3), now)).toBe('0:00')
  })
})

describe('deadlineText', () => {
  it('is calm, near or passed', () => {
    expect(deadlineText(before(-12 * 86_400), now, en)).toEqual({ text: 'in 12 d', weight: 'calm' })
    expect(deadlineText(before(-5 * 3600), now, nb)).toEqual({ text: 'om 5 t', weight: 'near' })
    expect(deadlineText(before(2 * 86_400), now, en)).toEqual({
      text: 'passed 2 d ago',
      weight: 'passed',
    })
  })
})
