import { fieldOf, listAt, numberAt, textAt } from './report-fields'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/**
 * Counts the tests in Vitest's JSON report. A file that could not be loaded has no tests; it
 * counts as one that failed.
 * @throws when the text is not such a report
 */
export function vitestCounts(json: string): Counts {
  const report: unknown = JSON.parse(json)
  const broken = listAt(report, 'testResults').filter(
    (file) => textAt(file, 'status') === 'failed' && listAt(file, 'assertionResults').length === 0,
  )
  return {
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests') + broken.length,
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
  }
}

/**
 * Counts the tests in Playwright's JSON report. One that passed only at the second try counts as
 * passed; an error outside of any test counts as a failed one.
 * @throws when the text is not such a report
 */
export function playwrightCounts(json: string): Counts {
  const report: unknown = JSON.parse(json)
  const stats = fieldOf(report, 'stats')
  return {
    passed: numberAt(stats, 'expected') + numberAt(stats, 'flaky'),
    failed: numberAt(stats, 'unexpected') + listAt(report, 'errors').length,
    skipped: numberAt(stats, 'skipped'),
  }
}

/**
 * Corrects a suite's counts: one that ran no test, or that failed without a failed test, is a
 * failure.
 */
export function withExitCode(counts: Counts, exitCode: number | null): Counts {
  const hidden = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0)
  return hidden ? { ...counts, failed: 1 } : counts
}

/** The sum of several counts. */
export function total(all: readonly Counts[]): Counts {
  const sum = (of: (counts: Counts) => number) => all.reduce((value, one) => value + of(one), 0)
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
  }
}

/** The last line of every test run. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  const line = `${passed} passed, ${failed} failed`
  return skipped > 0 ? `${line}, ${skipped} skipped` : line
}
