import { expect, it } from 'vitest'
import {
  playwrightFailures,
  playwrightSecondTries,
  vitestFailures,
  vitestSecondTries,
} from './failures'

it('failed tests of Vitest: named with their file, and a file that could not be loaded', () => {
  const report = {
    testResults: [
      { name: 'a.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] },
      {
        name: 'b.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'adds' },
          { status: 'failed', fullName: 'subtracts' },
        ],
      },
      { name: 'c.test.ts', status: 'failed', assertionResults: [] },
    ],
  }
  expect(vitestFailures(JSON.stringify(report))).toEqual(['b.test.ts: subtracts', 'c.test.ts'])
})

it('second tries of Vitest: only what failed once and then passed, with its file', () => {
  const test = (fullName: string, status: string, failureMessages: readonly string[]) => ({
    fullName,
    status,
    failureMessages,
  })
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        assertionResults: [
          test('adds', 'passed', []),
          test('divides', 'passed', ['by zero']),
          test('subtracts', 'failed', ['wrong']),
        ],
      },
    ],
  }
  expect(vitestSecondTries(JSON.stringify(report))).toEqual(['a.test.ts: divides'])
})

it('failed tests of Playwright: found in every depth, with their file', () => {
  const spec = (title: string, ok: boolean) => ({ title, ok, file: 'a.spec.ts' })
  const report = {
    suites: [
      { specs: [spec('opens', true)], suites: [{ specs: [spec('closes', false)] }] },
      { specs: [spec('ends', false)] },
    ],
  }
  expect(playwrightFailures(JSON.stringify(report))).toEqual([
    'a.spec.ts: closes',
    'a.spec.ts: ends',
  ])
})

it('second tries of Playwright: only what failed once and then passed, with its file', () => {
  const spec = (title: string, status: string) => ({
    title,
    ok: status !== 'unexpected',
    file: 'a.spec.ts',
    tests: [{ status }],
  })
  const report = {
    suites: [
      {
        specs: [spec('opens', 'expected'), spec('closes', 'unexpected')],
        suites: [{ specs: [spec('ends', 'flaky')] }],
      },
    ],
  }
  expect(playwrightSecondTries(JSON.stringify(report))).toEqual(['a.spec.ts: ends'])
})
