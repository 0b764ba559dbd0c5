import { describe, expect, it } from 'vitest'
import { countOf, openSummaries } from './open-summary'

const summaries = openSummaries([
  { state: 'unknown', currency: 'SEK', count: 2, amountMinor: 300 },
  { state: 'unknown', currency: 'NOK', count: 1, amountMinor: 100 },
  { state: 'needs_review', currency: 'NOK', count: 1, amountMinor: 900 },
])

describe('openSummaries', () => {
  it('lists every open state, those that need a person first', () => {
    expect(summaries.map(({ state, count }) => [state, count])).toEqual([
      ['needs_review', 1],
      ['unknown', 3],
      ['pending', 0],
      ['sending', 0],
      ['intended', 0],
    ])
  })

  it('sums each currency separately', () => {
    expect(summaries[1]?.sums).toEqual([
      { currency: 'NOK', amountMinor: 100 },
      { currency: 'SEK', amountMinor: 300 },
    ])
  })

  it('counts the operations of one state or of all', () => {
    expect(countOf(summaries, 'unknown')).toBe(3)
    expect(countOf(summaries, 'pending')).toBe(0)
    expect(countOf(summaries, null)).toBe(4)
  })
})
