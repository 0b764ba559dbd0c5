import { expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import { parseLimitEnd, parseRetryTime } from './retry-after'

const now = Date.parse('2026-09-03T12:00:00.000Z')
const longest = new Date(now + LIMITS.provider.retryAfterMs).toISOString()

it.each([
  ['30', '2026-09-03T12:00:30.000Z'],
  ['Thu, 03 Sep 2026 12:05:00 GMT', '2026-09-03T12:05:00.000Z'],
  ['99999999999999999999', longest],
  ['Fri, 03 Sep 2027 12:00:00 GMT', longest],
])('Retry-After: reads %s', (message, at) => {
  expect(parseRetryTime({ headers: { 'retry-after': message } }, now)).toBe(at)
})

it.each([{}, { 'retry-after': '' }, { 'retry-after': 'soon' }])(
  'Retry-After: takes no time from %o',
  (headers) => {
    expect(parseRetryTime({ headers }, now)).toBeNull()
  },
)

it('Retry-After: is the usual wait after HTTP 429 without one, and nothing after other statuses', () => {
  const usual = new Date(now + LIMITS.provider.limitedWaitMs).toISOString()
  expect(parseLimitEnd({ status: 429, headers: {} }, now)).toBe(usual)
  expect(parseLimitEnd({ status: 503, headers: {} }, now)).toBeNull()
  const headers = { 'retry-after': '30' }
  expect(parseLimitEnd({ status: 429, headers }, now)).toBe('2026-09-03T12:00:30.000Z')
})
