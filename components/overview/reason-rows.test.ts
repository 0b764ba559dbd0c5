import { expect, it } from 'vitest'
import { reasonRows } from './reason-rows'

it('reason rows: equal reasons are added up by currency, the most frequent first', () => {
  const codes = new Map([
    ['Returned', 'returned'],
    ['Returnert', 'returned'],
    ['Damaged', 'damaged'],
  ] as const)
  const rows = reasonRows(
    [
      { reason: 'Damaged', currency: 'NOK', count: 2, amountMinor: 50_00 },
      { reason: 'Returned', currency: 'NOK', count: 2, amountMinor: 100_00 },
      { reason: 'Returnert', currency: 'NOK', count: 1, amountMinor: 20_00 },
      { reason: 'Returned', currency: 'SEK', count: 1, amountMinor: 10_00 },
      { reason: null, currency: 'NOK', count: 1, amountMinor: 1_00 },
    ],
    (reason) => codes.get(reason as 'Returned') ?? 'other',
  )
  expect(rows).toEqual([
    {
      code: 'returned',
      count: 4,
      sums: [
        { currency: 'NOK', amountMinor: 120_00 },
        { currency: 'SEK', amountMinor: 10_00 },
      ],
    },
    { code: 'damaged', count: 2, sums: [{ currency: 'NOK', amountMinor: 50_00 }] },
    { code: 'other', count: 1, sums: [{ currency: 'NOK', amountMinor: 1_00 }] },
  ])
})
