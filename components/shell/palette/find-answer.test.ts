import { expect, it } from 'vitest'
import { findAnswer } from './find-answer'

const ROW = {
  id: '0198c0de-0000-7000-8000-000000000001',
  orderReference: 'A-1',
  customerName: null,
  status: 'authorized',
  amountMinor: 124900,
  currency: 'NOK',
}

it('gives the payments that were found', () => {
  expect(findAnswer(200, { ok: true, value: [ROW] })).toEqual({ kind: 'found', rows: [ROW] })
  expect(findAnswer(200, { ok: true, value: [] })).toEqual({ kind: 'found', rows: [] })
})

it('tells an ended session from a search that failed', () => {
  expect(findAnswer(401, { ok: false })).toEqual({ kind: 'signed_out' })
  expect(findAnswer(500, { ok: false })).toEqual({ kind: 'failed' })
})

it.each([
  ['no list', { ok: true, value: ROW }],
  ['an amount that is no whole number', { ok: true, value: [{ ...ROW, amountMinor: 12.5 }] }],
  ['a status that nobody knows', { ok: true, value: [{ ...ROW, status: 'paid' }] }],
  ['nothing at all', null],
])('takes %s for a failure', (_, body) => {
  expect(findAnswer(200, body)).toEqual({ kind: 'failed' })
})
