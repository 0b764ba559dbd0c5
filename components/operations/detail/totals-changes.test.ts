import { describe, expect, it } from 'vitest'
import { exampleOperation } from '@/components/operations/testing/example-operation'
import { isUnchanged, ownTotals, totalsChanges } from './totals-changes'

const before = { authorizedMinor: 1000, capturedMinor: 200, refundedMinor: 0, releasedMinor: 0 }

describe('totalsChanges', () => {
  it('shows the changed figures and the rest', () => {
    const changes = totalsChanges(before, { ...before, capturedMinor: 700 })
    const moved = changes.filter(({ changeMinor }) => changeMinor !== 0)
    expect(moved.map(({ name, changeMinor }) => [name, changeMinor])).toEqual([
      ['captured', 500],
      ['held', -500],
    ])
    expect(isUnchanged(changes)).toBe(false)
  })

  it('reports no change when no figure changed', () => {
    expect(isUnchanged(totalsChanges(before, before))).toBe(true)
  })
})

describe('ownTotals', () => {
  const of = (state: 'succeeded' | 'refused' | 'unknown', amountMinor = 300) =>
    ownTotals({
      operation: exampleOperation({ state, amountMinor }),
      totalsBefore: before,
      flags: [],
      correction: null,
    })

  it('are those before with the operation’s own amount, whatever came later (H4)', () => {
    expect(of('succeeded')).toEqual({ ...before, capturedMinor: 500 })
  })

  it('are those before for a refusal, and unknown while it is open (H4)', () => {
    expect(of('refused')).toEqual(before)
    expect(of('unknown')).toBeNull()
  })
})
