import { describe, expect, it } from 'vitest'
import { isUnchanged, totalsChanges } from './totals-changes'

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
