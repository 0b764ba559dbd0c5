import { expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import { parseRetryTime } from './retry-after'

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
