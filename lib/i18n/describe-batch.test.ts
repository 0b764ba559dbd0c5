import { expect, it } from 'vitest'
import type { RowFinding } from '@/lib/domain/batch/batch'
import { failure } from '@/lib/domain/operation/result'
import {
  describeBatch,
  describeFinding,
  describeResult,
  describeSource,
  describeStart,
  sumsByCurrency,
} from './describe-batch'
import { i18nFor } from './i18n'

const EN = i18nFor('en', 'Europe/Oslo')
const NB = i18nFor('nb', 'Europe/Oslo')

const PLANNED = [
  { provider: 'dintero', currency: 'NOK', amountMinor: 123_000_00, rows: 50 },
  { provider: 'bambora-checkout', currency: 'NOK', amountMinor: 456_00, rows: 5 },
  { provider: 'dintero', currency: 'SEK', amountMinor: 1_200_00, rows: 2 },
] as const

/** Amounts have unbreakable spaces. */
const plain = (text: string | null) => text?.replaceAll(/\s/g, ' ')

it('a batch in words: its start says what it does, to how many, and the sum of each currency', () => {
  expect(plain(describeStart({ kind: 'capture', planned: PLANNED }, EN))).toBe(
    'Capture 57 payments: NOK 123,456.00, SEK 1,200.00',
  )
  expect(plain(describeStart({ kind: 'refund', planned: PLANNED.slice(2) }, NB))).toBe(
    'Refunder 2 betalinger: 1 200,00 SEK',
  )
})

it('a batch in words: the sums to confirm are one a currency, over all providers', () => {
  expect(sumsByCurrency(PLANNED)).toEqual([
    { currency: 'NOK', amountMinor: 123_456_00 },
    { currency: 'SEK', amountMinor: 1_200_00 },
  ])
})

it('a batch in words: without anything planned it counts its rows', () => {
  expect(describeBatch({ kind: 'void', planned: [], rows: 1 }, EN)).toBe('Void 1 payment')
  expect(describeBatch({ kind: 'void', planned: PLANNED, rows: 60 }, EN)).toBe('Void 57 payments')
})

it('a batch in words: its source names the file', () => {
  expect(describeSource({ source: 'file', fileName: 'day.csv' }, EN)).toBe('File day.csv')
  expect(describeSource({ source: 'ticked', fileName: null }, EN)).toBe('Ticked in the list')
})

const FINDINGS: readonly (readonly [RowFinding, string])[] = [
  [
    { code: 'refused', failure: failure('wrong_currency', { values: { currency: 'NOK' } }).error },
    'NOK',
  ],
  [{ code: 'unreadable', column: 'Amount', text: 'twelve' }, '“twelve” in the column “Amount”'],
  [{ code: 'unreadable', column: null, text: '"' }, 'This row can’t be read'],
  [{ code: 'several_payments', count: 2 }, '2 payments have this order number'],
  [{ code: 'same_as_line', line: 4 }, 'line 4'],
  [{ code: 'done_in_batch', batchId: 'b', at: '2026-12-01T10:00:00Z' }, 'another batch, '],
  [{ code: 'nothing_left' }, 'Nothing is held any more.'],
  [{ code: 'less_left', leftMinor: 50_00, currency: 'NOK' }, '50.00'],
  [{ code: 'figures_changed' }, 'changed since the rehearsal'],
  [{ code: 'unknown_sku', sku: 'FJ-9' }, '“FJ-9”'],
  [{ code: 'advised_against' }, 'advised'],
]

it.each(FINDINGS)('a batch in words: %j is said in both languages', (found, part) => {
  const words = describeFinding(found, 'capture', EN)
  expect(words).toContain(part)
  expect(describeFinding(found, 'capture', NB)).not.toBe(words)
})

it('a batch in words: a row that was not started says why, before what was found', () => {
  const operation = { id: 'o', state: 'refused', message: 'No funds', mayBeRetried: true } as const
  const findings = [{ code: 'advised_against' }] as const
  const error = failure('stale_page').error
  expect(describeResult({ failure: null, operation, findings }, 'capture', EN)).toBe('No funds')
  expect(describeResult({ failure: null, operation: null, findings }, 'capture', EN)).toContain(
    'advised',
  )
  expect(describeResult({ failure: error, operation: null, findings }, 'capture', EN)).toBe(
    EN.t('operationFailures.stale_page'),
  )
  expect(describeResult({ failure: null, operation: null, findings: [] }, 'void', EN)).toBeNull()
})
