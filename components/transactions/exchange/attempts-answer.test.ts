import { expect, it } from 'vitest'
import { attemptsAnswer } from './attempts-answer'

const attempt = {
  number: 1,
  startedAt: '2026-09-03T12:00:00.000Z',
  finishedAt: null,
  outcome: null,
  exchange: null,
}

it('has dates again', () => {
  expect(attemptsAnswer(200, { ok: true, value: [attempt] })).toEqual([
    { ...attempt, startedAt: new Date('2026-09-03T12:00:00Z') },
  ])
  expect(attemptsAnswer(200, { ok: true, value: [] })).toEqual([])
})

it.each([
  [403, { ok: false, error: { code: 'not_permitted' } }],
  [200, { ok: true, value: [{}] }],
  [200, { ok: true, value: 'no list' }],
  [502, null],
])('says nothing after an odd answer: %s %j', (status, body) => {
  expect(attemptsAnswer(status, body)).toBeNull()
})
