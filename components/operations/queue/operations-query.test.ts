import { describe, expect, it } from 'vitest'
import { operationsHref, readOperationsQuery } from './operations-query'

describe('readOperationsQuery', () => {
  it('shows everything open unless told otherwise', () => {
    expect(readOperationsQuery({})).toEqual({ state: null, ignoredStates: [] })
    expect(readOperationsQuery({ state: '' })).toEqual({ state: null, ignoredStates: [] })
  })

  it('takes one open state', () => {
    expect(readOperationsQuery({ state: 'unknown' })).toEqual({
      state: 'unknown',
      ignoredStates: [],
    })
  })

  it('leaves out and names what it does not know', () => {
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
