import { expect, it } from 'vitest'
import { parseAttemptsResponse } from './attempts-response'

const attempt = {
  number: 1,
  startedAt: '2026-09-03T12:00:00.000Z',
  finishedAt: null,
  outcome: null,
  httpExchange: null,
}

it('attempts response: parses dates', () => {
  expect(parseAttemptsResponse(200, { ok: true, value: [attempt] })).toEqual([
    { ...attempt, startedAt: new Date('2026-09-03T12:00:00Z') },
  ])
  expect(parseAttemptsResponse(200, { ok: true, value: [] })).toEqual([])
})

it.each([
  [403, { ok: false, error: { code: 'not_permitted' } }],
  [200, { ok: true, value: [{}] }],
  [200, { ok: true, value: 'no list' }],
  [502, null],
])('attempts response: is null for an unexpected one: %s %j', (status, body) => {
  expect(parseAttemptsResponse(status, body)).toBeNull()
})
