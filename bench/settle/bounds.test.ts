import { expect, it } from 'vitest'
import { findSlow, type SettledRow } from './bounds'

const row = (change: Partial<SettledRow>): SettledRow => ({
  name: 'process killed',
  provider: 'dintero',
  state: 'succeeded',
  afterS: { p50: 15, max: 40 },
  ...change,
})

it('time to settle: what is within its bounds is not named', () => {
  const notSent = row({ state: 'not_sent', afterS: { p50: 340, max: 340 } })
  expect(findSlow([row({}), row({ name: 'response lost' }), notSent])).toEqual([])
})

it.each([
  [{ afterS: { p50: 15.1, max: 40 } }, 'median 15.1 s, above 15 s'],
  [{ afterS: { p50: 6, max: 40.1 } }, 'longest 40.1 s, above 40 s'],
  [{ name: 'response lost', afterS: { p50: 18, max: 41 } }, 'longest 41 s, above 40 s'],
  [{ state: 'not_sent', afterS: { p50: 260, max: 341 } }, 'longest 341 s, above 340 s'],
  [{ state: 'needs_review' }, 'not found out'],
] as const)('time to settle: %o is named', (change, words) => {
  expect(findSlow([row(change)])).toEqual([expect.stringContaining(words)])
})
