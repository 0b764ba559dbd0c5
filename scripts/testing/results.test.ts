import { expect, it } from 'vitest'
import { failureList, secondTryList, type PartResult } from './results'

const UNIT: PartResult = { name: 'Unit tests', passed: 3, failed: 0, skipped: 0, durationMs: 10 }
const BROWSER: PartResult = {
  name: 'Browser tests',
  passed: 2,
  failed: 1,
  skipped: 0,
  failures: ['a.spec.ts: closes'],
  secondTries: ['a.spec.ts: opens', 'b.spec.ts: ends'],
  durationMs: 20,
}

it('summary of a test run: names what passed only at the second try, a line each', () => {
  expect(secondTryList([UNIT, BROWSER])).toBe(
    'passed only at the second try: a.spec.ts: opens\npassed only at the second try: b.spec.ts: ends',
  )
  expect(secondTryList([UNIT])).toBe('')
  expect(failureList([UNIT, BROWSER])).toBe('✗ Browser tests: a.spec.ts: closes')
})
