import { describe, expect, it } from 'vitest'
import { nextAction } from './next-action'

const totals = { authorizedMinor: 100, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }
const held = { status: 'authorized', totals, openOperation: null } as const
const captured = { ...held, totals: { ...totals, capturedMinor: 100 } }
const inReview = {
  ...held,
  openOperation: { kind: 'capture', state: 'needs_review' },
} as const

describe('nextAction', () => {
  it('is to capture what is held, for who may', () => {
    expect(nextAction(held, 'staff')).toBe('capture')
    expect(nextAction(held, 'support')).toBe('open')
  })

  it('is to refund what is captured, for who may', () => {
    expect(nextAction(captured, 'support')).toBe('refund')
    expect(nextAction(captured, 'staff')).toBe('open')
    const refunded = { ...captured, totals: { ...captured.totals, refundedMinor: 100 } }
    expect(nextAction(refunded, 'support')).toBe('open')
  })

  it('is none on figures that contradict each other (A3)', () => {
    const refundedTwice = { ...held.totals, capturedMinor: 50, refundedMinor: 60 }
    expect(nextAction({ ...held, totals: refundedTwice }, 'admin')).toBe('open')
  })

  it('is to decide or wait while something is open', () => {
    expect(nextAction(inReview, 'admin')).toBe('review')
    expect(nextAction(inReview, 'staff')).toBe('wait')
    const pending = { ...held, openOperation: { kind: 'capture', state: 'pending' } } as const
    expect(nextAction(pending, 'admin')).toBe('wait')
  })
})
