import { describe, expect, it } from 'vitest'
import { exampleOperation } from '@/components/operations/testing/example-operation'
import { i18nFor } from '@/lib/i18n/i18n'
import { describeCheck } from './describe-check'

const now = new Date('2026-09-03T12:00:00Z')
const i18n = i18nFor('en', 'Europe/Oslo')
const before = (ms: number) => new Date(now.getTime() - ms)

describe('describeCheck', () => {
  it('reports the last result, the number of checks, and the time of the next check', () => {
    const operation = exampleOperation({
      state: 'unknown',
      checks: 3,
      lastCheckedAt: before(120_000),
      lastCheckFound: 'The provider has not shown it so far.',
      nextCheckAt: new Date(now.getTime() + 480_000),
    })
    expect(describeCheck(operation, now, i18n)).toEqual({
      found: 'The provider has not shown it so far.',
      checks: 'Checked 3 times, 2 min ago · next check in 8 min',
    })
  })

  it('says that a due check comes now', () => {
    const operation = exampleOperation({ state: 'pending', nextCheckAt: before(1) })
    expect(describeCheck(operation, now, i18n).checks).toBe('Next check now')
  })

  it('announces no further check of an operation in review', () => {
    const operation = exampleOperation({ state: 'needs_review', message: 'It does not fit.' })
    expect(describeCheck(operation, now, i18n)).toEqual({
      found: 'Reading could not prove what happened. It does not fit.',
      checks: 'A person must decide',
    })
  })

  it('reports no check before the first response', () => {
    for (const state of ['intended', 'sending'] as const) {
      expect(describeCheck(exampleOperation({ state }), now, i18n).checks).toBe('')
    }
  })
})
