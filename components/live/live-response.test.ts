import { expect, it } from 'vitest'
import { parseLiveResponse } from './live-response'

it('live response: parses a version, with and without counts', () => {
  expect(parseLiveResponse(200, { ok: true, value: { version: '7.1' } })).toEqual({
    kind: 'version',
    version: '7.1',
    counts: null,
  })
  const counts = { inReview: 2, unreadNotices: 3 }
  const value = Object.assign({ version: 'a' }, counts)
  expect(parseLiveResponse(200, { ok: true, value })).toEqual({
    kind: 'version',
    version: 'a',
    counts,
  })
})

it('live response: reports that the session has ended', () => {
  const body = { ok: false, error: { code: 'not_signed_in' } }
  expect(parseLiveResponse(401, body)).toEqual({ kind: 'signed_out' })
})

it.each([
  [200, { ok: true, value: {} }],
  [200, 'a page of some proxy'],
  [500, null],
])('live response: has failed for an unexpected one: %s %j', (status, body) => {
  expect(parseLiveResponse(status, body)).toEqual({ kind: 'failed' })
})
