import { describe, expect, it } from 'vitest'
import { operationsHref, readOperationsQuery } from './operations-query'

describe('readOperationsQuery', () => {
  it('covers every open state without a filter', () => {
    expect(readOperationsQuery({})).toEqual({ state: null, ignoredStates: [] })
    expect(readOperationsQuery({ state: '' })).toEqual({ state: null, ignoredStates: [] })
  })

  it('reads one open state', () => {
    expect(readOperationsQuery({ state: 'unknown' })).toEqual({
      state: 'unknown',
      ignoredStates: [],
    })
  })

  it('ignores unknown states and lists them', () => {
    expect(readOperationsQuery({ state: 'succeeded' })).toEqual({
      state: null,
      ignoredStates: ['succeeded'],
    })
    expect(readOperationsQuery({ state: ['pending', 'toString'] })).toEqual({
      state: 'pending',
      ignoredStates: ['toString'],
    })
  })

  it('reads back the addresses it writes', () => {
    expect(operationsHref(null)).toBe('/operations')
    expect(operationsHref('needs_review')).toBe('/operations?state=needs_review')
  })
})
