import { expect, it } from 'vitest'
import { foundTransactions } from './found-transactions'

it('palette: distinguishes “nothing found” from “not everything was searched”', () => {
  const nothing = { rows: [], next: null, searchedUntil: null, onlyNamed: false }
  expect(foundTransactions(nothing)).toEqual({ rows: [], isWhole: true })
  const searchedUntil = { at: new Date('2026-11-01T00:00:00Z'), by: 'created' } as const
  const soFar = { ...nothing, next: 'cursor', searchedUntil }
  expect(foundTransactions(soFar)).toEqual({ rows: [], isWhole: false })
})
