import { expect, it } from 'vitest'
import { playwrightTimes, slowestFiles, vitestTimes } from './slowest'

it('slowest files: of Vitest, from the begin of a file to its end', () => {
  const report = { testResults: [{ name: 'a.test.ts', startTime: 1_000, endTime: 3_500 }] }
  expect(vitestTimes(JSON.stringify(report))).toEqual([{ file: 'a.test.ts', ms: 2_500 }])
})

it('slowest files: of Playwright, the tries of all tests in a file together', () => {
  const spec = (...durations: number[]) => ({
    tests: [{ results: durations.map((duration) => ({ duration })) }],
  })
  const report = {
    suites: [
      { file: 'a.spec.ts', specs: [spec(100)], suites: [{ specs: [spec(20, 3)] }] },
      { file: 'b.spec.ts', specs: [] },
    ],
  }
  expect(playwrightTimes(JSON.stringify(report))).toEqual([
    { file: 'a.spec.ts', ms: 123 },
    { file: 'b.spec.ts', ms: 0 },
  ])
})

it('slowest files: no more than asked for, the slowest first', () => {
  const times = [
    { file: 'a', ms: 1 },
    { file: 'b', ms: 3 },
    { file: 'c', ms: 2 },
  ]
  expect(slowestFiles(times, 2).map(({ file }) => file)).toEqual(['b', 'c'])
})
