import { expect, it } from 'vitest'
import { dueRows } from './due-rows'

it('due rows: the most urgent is first, empty rows are left out, currencies keep their order', () => {
  const sum = (due: 'later' | 'passed', currency: string, count: number) => ({
    due,
    currency,
    count,
    heldMinor: count * 100_00,
  })
  const held = (currency: string, count: number) => ({ currency, amountMinor: count * 100_00 })
  const rows = dueRows([sum('later', 'NOK', 1), sum('passed', 'SEK', 9), sum('passed', 'NOK', 2)])
  expect(rows.map(({ due, count, sums }) => [due, count, sums])).toEqual([
    ['passed', 11, [held('NOK', 2), held('SEK', 9)]],
    ['later', 1, [held('NOK', 1)]],
  ])
})
