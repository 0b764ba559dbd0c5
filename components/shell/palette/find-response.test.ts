import { expect, it } from 'vitest'
import { parseFindResponse } from './find-response'

const ROW = {
  id: '0198c0de-0000-7000-8000-000000000001',
  orderReference: 'A-1',
  customerName: null,
  status: 'authorized',
  amountMinor: 124900,
  currency: 'NOK',
}

it('find response: lists the found payments', () => {
  const one = { rows: [ROW], isWhole: true }
  expect(parseFindResponse(200, { ok: true, value: one })).toEqual({ kind: 'found', ...one })
  const none = { rows: [], isWhole: false }
  expect(parseFindResponse(200, { ok: true, value: none })).toEqual({ kind: 'found', ...none })
})

it('find response: separates an ended session from a failed search', () => {
  expect(parseFindResponse(401, { ok: false })).toEqual({ kind: 'signed_out' })
  expect(parseFindResponse(500, { ok: false })).toEqual({ kind: 'failed' })
})

it.each([
  ['no list', answerOf(ROW)],
  ['an amount that is no whole number', answerOf([{ ...ROW, amountMinor: 12.5 }])],
  ['a status that nobody knows', answerOf([{ ...ROW, status: 'paid' }])],
  ['a list that does not tell whether it is whole', { ok: true, value: { rows: [ROW] } }],
  ['nothing at all', null],
])('find response: %s is a failure', (_, body) => {
  expect(parseFindResponse(200, body)).toEqual({ kind: 'failed' })
})

function answerOf(rows: unknown): unknown {
  return { ok: true, value: { rows, isWhole: true } }
}
