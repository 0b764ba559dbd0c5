import { expect, it } from 'vitest'
import { QueryGuard } from './query-guard'

it('query guard: allows two reads a minute of one payment, and gives the wait for the third', () => {
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
