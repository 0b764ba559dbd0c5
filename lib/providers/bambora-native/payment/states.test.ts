import { describe, expect, it } from 'vitest'
import { isReleased, needsCapture, phaseOf } from './states'

describe('the states of a payment at Bambora Native', () => {
  it.each([
    ['None', 'initiated', false, false],
    ['Authorized', 'open', false, false],
    ['Authorization Expired', 'open', true, false],
    ['Declined', 'declined', false, false],
    ['Voided', 'open', true, false],
    ['Canceled', 'open', true, false],
    ['Captured', 'open', false, true],
    ['Refunded', 'open', false, true],
    ['Settled', 'open', false, true],
    ['Cancelled', 'unknown', false, false],
    ['authorized', 'unknown', false, false],
    ['', 'unknown', false, false],
  ])('%s: is %s; released: %s; captured for sure: %s', (state, phase, released, captured) => {
    expect([phaseOf(state), isReleased(state), needsCapture(state)]).toEqual([
      phase,
      released,
      captured,
    ])
  })
})
