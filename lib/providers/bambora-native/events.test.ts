import { describe, expect, it } from 'vitest'
import { kindOf } from './events'
import { OPERATIONS, operationsPayment } from './fixtures'
import { mapPayment } from './mapper'

const { authorization, capture, cancel } = OPERATIONS
const refund = { ...capture, id: 'op-3', type: 'Refund', amount: 2_500 }

function totalsOf(state: string, operations: readonly object[]) {
  const mapped = mapPayment(operationsPayment(state, operations), new Date('2026-03-10T12:00:00Z'))
  if (!mapped.ok) throw new Error(mapped.problem)
  return mapped.snapshot.totals
}

it.each([
  ['Authorize token', 'authorize'],
  ['Authorize card', 'authorize'],
  ['Capture', 'capture'],
  ['Cancel', 'void'],
  ['Refund', 'refund'],
  ['Settle', 'other'],
])('an operation of Bambora Native, %s, is a %s', (type, kind) => {
  expect(kindOf({ type })).toBe(kind)
})

describe('the totals of a payment at Bambora Native', () => {
  it('are the sums of what succeeded', () => {
    const twice = { ...capture, id: 'op-9', amount: 1_000 }
    const failed = { ...refund, id: 'op-8', success: false }
    expect(totalsOf('Captured', [authorization, capture, twice, refund, failed])).toEqual({
      authorizedMinor: 10_000,
      capturedMinor: 7_000,
      refundedMinor: 2_500,
      releasedMinor: 0,
    })
  })

  it.each([
    ['Authorized', [authorization, cancel], 10_000],
    ['Authorized', [authorization, { ...cancel, success: false }], 0],
    ['Authorization Expired', [authorization], 10_000],
    ['Authorized', [authorization], 0],
  ])('%s, after %j: %i were released', (state, operations, releasedMinor) => {
    expect(totalsOf(state, operations)).toMatchObject({ capturedMinor: 0, releasedMinor })
  })

  it.each(['None', 'Declined'])('%s: nothing was ever held', (state) => {
    expect(totalsOf(state, [authorization])).toMatchObject({ authorizedMinor: 0 })
  })
})
