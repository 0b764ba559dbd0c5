import { expect, it } from 'vitest'
import {
  areTicked,
  changeTick,
  NO_SELECTION,
  readSelection,
  setTicks,
  totalsByKind,
  writeSelection,
  type Candidate,
} from './selection'

const row = (id: string, amounts: Candidate['amounts'] = {}, currency = 'NOK'): Candidate => ({
  id,
  currency,
  amounts,
})
const SHOWN = ['a', 'b', 'c', 'd', 'e'].map((id) => row(id))

function idsAfter(...changes: readonly Parameters<typeof changeTick>[2][]): string {
  const selection = changes.reduce(
    (before, change) => changeTick(before, SHOWN, change),
    NO_SELECTION,
  )
  return [...selection.keys()].toSorted().join('')
}

it('selection: a tick selects its row, and another press takes it out', () => {
  expect(idsAfter({ id: 'b', isTicked: true, rangeFrom: null })).toBe('b')
  expect(
    idsAfter(
      { id: 'b', isTicked: true, rangeFrom: null },
      { id: 'b', isTicked: false, rangeFrom: null },
    ),
  ).toBe('')
})

it('selection: a range goes from the row before in either direction, both ends included', () => {
  const first = { id: 'b', isTicked: true, rangeFrom: null }
  expect(idsAfter(first, { id: 'd', isTicked: true, rangeFrom: 'b' })).toBe('bcd')
  expect(idsAfter(first, { id: 'a', isTicked: true, rangeFrom: 'b' })).toBe('ab')
})

it('selection: a range that is taken out takes out every row in it', () => {
  expect(
    idsAfter(
      { id: 'a', isTicked: true, rangeFrom: null },
      { id: 'e', isTicked: true, rangeFrom: 'a' },
      { id: 'd', isTicked: false, rangeFrom: 'b' },
    ),
  ).toBe('ae')
})

it('selection: a range from a row that is not shown any more is the one row', () => {
  expect(idsAfter({ id: 'c', isTicked: true, rangeFrom: 'gone' })).toBe('c')
})

it('selection: all, some and none of the shown rows are told apart', () => {
  expect(areTicked(NO_SELECTION, SHOWN)).toBe(false)
  expect(areTicked(setTicks(NO_SELECTION, SHOWN.slice(0, 2), true), SHOWN)).toBeNull()
  expect(areTicked(setTicks(NO_SELECTION, SHOWN, true), SHOWN)).toBe(true)
  // Nothing shown is nothing selected.
  expect(areTicked(NO_SELECTION, [])).toBe(false)
})

it('selection: the totals of a kind count only what allows it, by currency', () => {
  const rows = [
    row('a', { capture: 100, void: 100 }),
    row('b', { capture: 250 }, 'SEK'),
    row('c', { capture: 50 }),
    row('d', { refund: 70 }),
  ]
  const selection = setTicks(NO_SELECTION, rows, true)
  expect(totalsByKind(selection, [], ['capture', 'refund', 'extend_authorization'])).toEqual([
    {
      kind: 'capture',
      ids: ['a', 'b', 'c'],
      sums: [
        { currency: 'NOK', amountMinor: 150 },
        { currency: 'SEK', amountMinor: 250 },
      ],
    },
    { kind: 'refund', ids: ['d'], sums: [{ currency: 'NOK', amountMinor: 70 }] },
  ])
})

it('selection: a row that was read again counts as it is now', () => {
  const selection = setTicks(NO_SELECTION, [row('a', { capture: 100 })], true)
  expect(totalsByKind(selection, [row('a', { refund: 100 })], ['capture', 'refund'])).toEqual([
    { kind: 'refund', ids: ['a'], sums: [{ currency: 'NOK', amountMinor: 100 }] },
  ])
})

it('selection: what a tab kept is read for the same list alone', () => {
  const selection = setTicks(NO_SELECTION, [row('a', { capture: 100 })], true)
  const kept: unknown = JSON.parse(JSON.stringify(writeSelection('view=all', selection)))
  expect(readSelection('view=all', kept)).toEqual(selection)
  expect(readSelection('view=expiring', kept).size).toBe(0)
  expect(writeSelection('view=all', NO_SELECTION)).toBeNull()
})

it.each([null, 'text', { query: 'view=all' }, { query: 'view=all', rows: [1, {}, { id: 'a' }] }])(
  'selection: %j in a tab is no selection',
  (kept) => {
    expect(readSelection('view=all', kept).size).toBe(0)
  },
)
