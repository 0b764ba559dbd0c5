import { expect, it } from 'vitest'
import { isAtLongestHold } from './longest-hold'

const createdAt = new Date('2026-01-01T00:00:00Z')
const hold = (at: string, method = 'klarna.klarna') => ({
  provider: 'dintero' as const,
  method,
  createdAt,
  captureDeadline: { at: new Date(at), source: 'provider' as const },
})

it('a hold of Klarna: 180 days after the order it is at its longest', () => {
  expect(isAtLongestHold(hold('2026-06-28T23:59:59Z'))).toBe(false)
  expect(isAtLongestHold(hold('2026-06-29T00:00:01Z'))).toBe(true)
  expect(isAtLongestHold(hold('2026-06-30T00:00:00Z'))).toBe(true)
})

it('a hold without a date, or of a method that names no cap: never at its longest', () => {
  expect(isAtLongestHold({ ...hold('2027-01-01T00:00:00Z'), captureDeadline: null })).toBe(false)
  expect(isAtLongestHold(hold('2027-01-01T00:00:00Z', 'vipps'))).toBe(false)
})
