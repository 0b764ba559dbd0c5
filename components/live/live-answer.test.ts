import { expect, it } from 'vitest'
import { liveAnswer } from './live-answer'

it('understands a version, with and without a count', () => {
  expect(liveAnswer(200, { ok: true, value: { version: '7.1' } })).toEqual({
    version: '7.1',
    inReview: null,
  })
  expect(liveAnswer(200, { ok: true, value: { version: 'a', inReview: 2 } })).toEqual({
    version: 'a',
    inReview: 2,
  })
})

it.each([
  [401, { ok: false, error: { code: 'not_signed_in' } }],
  [200, { ok: true, value: {} }],
  [200, 'a page of some proxy'],
  [500, null],
])('says nothing after an odd answer: %s %j', (status, body) => {
  expect(liveAnswer(status, body)).toBeNull()
})
