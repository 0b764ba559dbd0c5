import { expect, it } from 'vitest'
import { isScopeWithin } from './scope'

it.each([
  ['all', 'all', true],
  [['a'], 'all', true],
  ['all', ['a'], false],
  [['a'], ['a', 'b'], true],
  [['b', 'a'], ['a', 'b'], true],
  [['a', 'c'], ['a', 'b'], false],
  [[], ['a'], true],
  [['a'], [], false],
] as const)('scope: %j within %j is %s', (scope, other, isWithin) => {
  expect(isScopeWithin(scope, other)).toBe(isWithin)
})
