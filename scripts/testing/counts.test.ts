import { describe, expect, it } from 'vitest'
import { closingLine, withExitCode, playwrightCounts, total, vitestCounts } from './counts'

describe('vitestCounts', () => {
  it('counts tests, and a file that could not be loaded as a failed one', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    }
    expect(vitestCounts(JSON.stringify(report))).toEqual({ passed: 7, failed: 2, skipped: 3 })
  })

  it.each(['', '{}', 'null', '[]'])('refuses %j', (text) => {
    expect(() => vitestCounts(text)).toThrow()
  })
})

describe('playwrightCounts', () => {
  it('counts a second try that passed as passed, and errors outside of tests as failed', () => {
    const report = {
      stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [{ message: 'the global set-up failed' }],
    }
    expect(playwrightCounts(JSON.stringify(report))).toEqual({ passed: 6, failed: 2, skipped: 2 })
  })
})

describe('withExitCode', () => {
  it('leaves a good run and a run with failed tests as they are', () => {
    expect(withExitCode({ passed: 3, failed: 0, skipped: 1 }, 0)).toMatchObject({
      passed: 3,
      failed: 0,
    })
    expect(withExitCode({ passed: 3, failed: 2, skipped: 0 }, 1)).toMatchObject({
      passed: 3,
      failed: 2,
    })
  })

  it.each([
    ['ran no test', { passed: 0, failed: 0, skipped: 4 }, 0],
    ['failed without a failed test', { passed: 3, failed: 0, skipped: 0 }, 1],
    ['was stopped', { passed: 3, failed: 0, skipped: 0 }, null],
  ])('makes a failure of a suite that %s', (_, counts, exitCode) => {
    expect(withExitCode(counts, exitCode).failed).toBe(1)
  })
})

describe('closingLine', () => {
  it('names skipped tests only when there are some', () => {
    const counts = total([
      { passed: 2, failed: 0, skipped: 0 },
      { passed: 3, failed: 1, skipped: 0 },
    ])
    expect(closingLine(counts)).toBe('5 passed, 1 failed')
    expect(closingLine({ ...counts, skipped: 2 })).toBe('5 passed, 1 failed, 2 skipped')
  })
})
