import { expect, it } from 'vitest'
import { dueRows } from './due-rows'

it('puts the most pressing first, leaves out what is empty, and keeps currencies in order', () => {
  const sum = (due: 'later' | 'passed', currency: string, count: number) => ({
    ...{ due, currency, count, heldMinor: count * 100_00 },
  })
  const rows = dueRows([sum('later', 'NOK', 1), sum('passed', 'SEK', 9), sum('passed', 'NOK', 2)])
  expect(rows.map(({ due, count, sums }) => [due, count, sums.map((own) => own.currency)])).toEqual(
    [
      ['passed', 11, ['NOK', 'SEK']],
      ['later', 1, ['NOK']],
    ],
  )
})
