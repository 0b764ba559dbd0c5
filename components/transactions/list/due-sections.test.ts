import { expect, it } from 'vitest'
import { dueBounds, type Due } from '@/lib/domain/listing/due'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import { groupRows, sectionTotal } from './due-sections'

const NOW = new Date('2026-12-01T12:00:00Z')
const HOUR_MS = 3_600_000
const sections = { bounds: dueBounds(NOW, 'Europe/Oslo'), sums: null, begun: null }

function row(id: string, hours: number): TransactionListRow {
  const at = new Date(NOW.getTime() + hours * HOUR_MS)
  return { id, captureDeadline: { at, source: 'provider' } } as TransactionListRow
}

it('sections: rows stand in the order of what can still be saved, each section once', () => {
  const rows = [
    row('a', 2),
    row('b', 5),
    row('c', 15),
    row('d', 24 * 9),
    row('e', -1),
    row('f', -90),
  ]
  expect(
    groupRows(rows, sections).map(({ due, rows: own }) => [due, own.map(({ id }) => id)]),
  ).toEqual([
    ['today', ['a', 'b']],
    ['tomorrow', ['c']],
    ['later', ['d']],
    ['passed', ['e', 'f']],
  ])
})

it('sections: a list without them is one group, in its own order', () => {
  const rows = [row('late', 90), row('soon', 1)]
  expect(groupRows(rows, null)).toEqual([{ due: null, rows }])
})

it('sections: a total is the count over currencies, and a sum of each in one order', () => {
  const sum = (due: Due, currency: string, count: number) => ({
    due,
    currency,
    count,
    heldMinor: count * 100,
  })
  const sums = [sum('today', 'SEK', 2), sum('today', 'NOK', 3), sum('week', 'NOK', 9)]
  expect(sectionTotal('today', sums)).toEqual({
    count: 5,
    sums: [
      { currency: 'NOK', amountMinor: 300 },
      { currency: 'SEK', amountMinor: 200 },
    ],
  })
  expect(sectionTotal('passed', sums)).toEqual({ count: 0, sums: [] })
  expect(sectionTotal('today', null)).toBeNull()
})
