import { describe, expect, it } from 'vitest'
import type { Effect } from '../model/ledger'
import { RowRuns } from '../model/row-runs'
import { type BatchRow, checkBatches } from './check-batches'

const ID = '0199aaaa-0000-4000-8000-000000000001'
const DONE: BatchRow = { operationId: ID, providerId: 'T1', state: 'operated', hasOperation: true }
const EFFECT: Effect = { eventId: 'e1', operationId: ID, kind: 'CAPTURE', amountMinor: 100 }
const NONE: ReadonlySet<string> = new Set()

function violations(
  row: BatchRow,
  effects: readonly Effect[],
  inTwoHands: ReadonlySet<string> = NONE,
) {
  const totals = { authorized: 100, captured: 100, refunded: 0, released: 0 }
  const ledger = [{ providerId: 'T1', totals, effects }]
  const byOperation = new Map([[ID, effects.filter(({ operationId }) => operationId === ID)]])
  return checkBatches([row], byOperation, ledger, inTwoHands).map(({ kind }) => kind)
}

describe('campaign check of batches', () => {
  it('accepts a row that was done, and one that was not started', () => {
    expect(violations(DONE, [EFFECT])).toEqual([])
    expect(violations({ ...DONE, state: 'not_started', hasOperation: false }, [])).toEqual([])
  })

  it.each([
    ['a payment that was captured twice', DONE, [EFFECT, { ...EFFECT, operationId: null }]],
    ['a row in two hands', DONE, [EFFECT], new Set([ID])],
  ])('finds %s', (_name, row, effects, inTwoHands: ReadonlySet<string> = NONE) => {
    expect(violations(row, effects, inTwoHands)).toEqual(['batch rows twice'])
  })

  it.each([
    ['a row that came to no end', { ...DONE, state: 'begun' }, [EFFECT]],
    ['a done row without an operation', { ...DONE, hasOperation: false }, []],
    ['a row that was not started and has one', { ...DONE, state: 'not_started' }, []],
    [
      'a row that was not started and happened',
      { ...DONE, state: 'not_started', hasOperation: false },
      [EFFECT],
    ],
  ] as const)('finds %s', (_name, row, effects) => {
    expect(violations(row, effects)).toEqual(['batch rows lost'])
  })
})

describe('rows in hand', () => {
  const [one, two] = [{}, {}]

  it('finds a row that two living processes have', () => {
    const runs = new RowRuns(1_000)
    runs.begin(ID, one, 0)
    runs.begin(ID, two, 100)
    expect([...runs.twice]).toEqual([ID])
  })

  it.each([
    ['is over', (runs: RowRuns) => runs.end(ID, one), 100],
    ['was of a process that is gone', (runs: RowRuns) => runs.endAll(one), 100],
    ['has outlived its lease', () => undefined, 1_100],
  ])('accepts a second owner of a row that %s', (_name, pass, atMs) => {
    const runs = new RowRuns(1_000)
    runs.begin(ID, one, 0)
    pass(runs)
    runs.begin(ID, two, atMs)
    expect([...runs.twice]).toEqual([])
  })
})
