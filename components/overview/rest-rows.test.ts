import { expect, it } from 'vitest'
import { restRows } from './rest-rows'

it('rests on the overview: to be decided first, the oldest first, currencies in one order', () => {
  const sum = { rest: 'open', age: 'week', currency: 'SEK', count: 2, heldMinor: 100 } as const
  expect(
    restRows([
      sum,
      { ...sum, currency: 'NOK', count: 1, heldMinor: 50 },
      { ...sum, rest: 'kept' },
      { ...sum, age: 'older', heldMinor: 7 },
    ]),
  ).toEqual([
    { rest: 'open', age: 'older', count: 2, sums: [{ currency: 'SEK', amountMinor: 7 }] },
    {
      rest: 'open',
      age: 'week',
      count: 3,
      sums: [
        { currency: 'NOK', amountMinor: 50 },
        { currency: 'SEK', amountMinor: 100 },
      ],
    },
    { rest: 'kept', age: 'week', count: 2, sums: [{ currency: 'SEK', amountMinor: 100 }] },
  ])
})
