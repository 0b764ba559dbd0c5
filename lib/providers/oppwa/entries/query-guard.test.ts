import { expect, it } from 'vitest'
import { QueryGuard } from './query-guard'

it('allows two looks a minute at one payment, and says how long to wait for the third', () => {
  let now = 0
  const guard = new QueryGuard(2, () => now)
  expect(guard.take('a')).toBe(0)
  now = 10_000
  expect(guard.take('a')).toBe(0)
  now = 20_000
  expect(guard.take('a')).toBe(40_000)
  expect(guard.take('b')).toBe(0)
  now = 60_000
  expect(guard.take('a')).toBe(0)
  expect(guard.take('a')).toBe(10_000)
})
