import { expect, it } from 'vitest'
import { OPERATION_STATES } from '@/lib/domain/operation/outcome'
import { ROW_STATES } from './batch'
import { countOutcomes, isMoving, OUTCOME_STATES, outcomeOf, progressOf } from './row-outcome'

const STATES = {
  waiting: 3,
  begun: 1,
  operated: 10,
  not_started: 2,
  excluded: 4,
  withdrawn: 0,
}
const BATCH = {
  state: 'running' as const,
  rows: 20,
  states: STATES,
  operations: { succeeded: 6, refused: 1, pending: 2, not_sent: 1 },
}

it('row outcome: each state of a row and of an operation is in exactly one', () => {
  const outcomes = Object.values(OUTCOME_STATES)
  const rows = outcomes.flatMap((outcome) => outcome.rows)
  // A row with an operation is what its operation is.
  expect(rows.toSorted()).toEqual(ROW_STATES.filter((state) => state !== 'operated').toSorted())
  const operations = outcomes.flatMap((outcome) => outcome.operations)
  expect(operations.toSorted()).toEqual([...OPERATION_STATES].toSorted())
})

it('row outcome: rows are counted once, so that the outcomes add up to the batch', () => {
  const counts = countOutcomes(BATCH)
  expect(counts).toEqual({
    refused: 1,
    not_done: 3,
    open: 2,
    waiting: 4,
    done: 6,
    withdrawn: 0,
    excluded: 4,
  })
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(BATCH.rows)
})

it('row outcome: what was left out is no part of the progress', () => {
  expect(progressOf(BATCH)).toEqual({ ended: 10, planned: 16 })
})

it('row outcome: an ended batch still moves while an operation of it is open', () => {
  const ended = { ...BATCH, state: 'ended' as const, states: { ...STATES, waiting: 0, begun: 0 } }
  expect(isMoving(ended)).toBe(true)
  expect(isMoving({ ...ended, operations: { succeeded: 10 } })).toBe(false)
  expect(isMoving({ ...BATCH, state: 'paused', operations: {} })).toBe(true)
})

it('row outcome: an operation decides, whatever else is said of its row', () => {
  const operation = { id: 'o', message: null, mayBeRetried: false }
  expect(outcomeOf({ state: 'operated', operation: { ...operation, state: 'unknown' } })).toBe(
    'open',
  )
  expect(outcomeOf({ state: 'operated', operation: { ...operation, state: 'abandoned' } })).toBe(
    'not_done',
  )
  expect(outcomeOf({ state: 'begun', operation: null })).toBe('waiting')
})
