import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  deriveStatus,
  findContradiction,
  heldMinor,
  refundableMinor,
  remaining,
  findTotalsProblem,
  type Totals,
  type TransactionPhase,
} from './transaction'

function totals(authorized: number, captured = 0, refunded = 0, released = 0): Totals {
  return {
    authorizedMinor: authorized,
    capturedMinor: captured,
    refundedMinor: refunded,
    releasedMinor: released,
  }
}

describe('deriveStatus', () => {
  it.each([
    [totals(100), 'authorized'],
    [totals(100, 0, 0, 100), 'voided'],
    [totals(100, 40), 'partially_captured'],
    [totals(100, 100), 'captured'],
    [totals(100, 40, 0, 60), 'captured'],
    [totals(100, 100, 30), 'partially_refunded'],
    [totals(100, 100, 100), 'refunded'],
    [totals(100, 40, 10), 'partially_captured_refunded'],
    [totals(100, 40, 40), 'partially_captured_refunded'],
    [totals(100, 40, 40, 60), 'refunded'],
    [totals(100, 0, 0, 40), 'authorized'],
    [totals(100, 30, 0, 40), 'partially_captured'],
    [totals(100, 40, 10, 60), 'partially_refunded'],
    [totals(0), 'authorized'],
    [totals(100, 101), 'unknown'],
    [totals(100, 50, 51), 'unknown'],
  ] as const)('%j is %s', (amounts, status) => {
    expect(deriveStatus('open', amounts)).toBe(status)
  })

  it.each(['initiated', 'on_hold', 'declined', 'failed', 'unknown'] as const)(
    'keeps %s, which amounts cannot tell',
    (phase) => {
      expect(deriveStatus(phase, totals(0))).toBe(phase)
    },
  )
})

describe('remaining changes from elsewhere', () => {
  it.each<[TransactionPhase, Totals, string]>([
    ['initiated', totals(0), 'held'],
    ['on_hold', totals(0), 'held'],
    ['unknown', totals(0), 'held'],
    ['declined', totals(100), 'over'],
    ['failed', totals(100), 'over'],
    ['open', totals(100), 'held'],
    ['open', totals(100, 40, 40), 'held'],
    ['open', totals(100, 100), 'captured'],
    ['open', totals(100, 40, 10, 60), 'captured'],
    ['open', totals(100, 100, 100), 'over'],
    ['open', totals(100, 0, 0, 100), 'over'],
    ['open', totals(100, 100, 101), 'held'],
    ['open', totals(100, 101), 'held'],
  ])('of a payment that is %s with %j: %s', (phase, amounts, left) => {
    expect(remaining(phase, amounts)).toBe(left)
  })
})

describe('totals', () => {
  it('always split into captured, released and held, and captured into refunded and kept', () => {
    const amount = fc.nat(10 ** 9)
    fc.assert(
      fc.property(amount, amount, amount, amount, (a, b, c, d) => {
        const sums = totals(a + b + c, a, Math.min(a, d), b)
        expect(findTotalsProblem(sums)).toBeNull()
        expect(sums.capturedMinor + sums.releasedMinor + heldMinor(sums)).toBe(sums.authorizedMinor)
        expect(sums.refundedMinor + refundableMinor(sums)).toBe(sums.capturedMinor)
      }),
    )
  })

  it.each([
    [totals(100, 101), null],
    [totals(-1), 'authorizedMinor is negative'],
    [totals(100, 0, 0, -1), 'releasedMinor is negative'],
    [totals(100, 1, -1), 'refundedMinor is negative'],
    [totals(0.5), 'authorizedMinor is not a whole number of minor units'],
  ])('%j: %s', (amounts, problem) => {
    expect(findTotalsProblem(amounts)).toBe(problem)
  })

  it.each([
    [totals(100, 101), 'captured_exceeds_authorized'],
    [totals(100, 60, 0, 41), 'captured_exceeds_authorized'],
    [totals(100, 50, 51), 'refunded_exceeds_captured'],
    [totals(100, 60, 60, 40), null],
    [totals(0), null],
  ])('%j contradict each other: %s (A3)', (amounts, contradiction) => {
    expect(findContradiction(amounts)).toBe(contradiction)
  })
})
