import { expect, it } from 'vitest'
import { deviceOf } from './device'

const FIREFOX =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:134.0) Gecko/20100101 Firefox/134.0'
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Mobile/15E148 Safari/604.1'

it.each([
  [FIREFOX, { browser: 'Firefox', system: 'macOS' }],
  [SAFARI, { browser: 'Safari', system: 'iOS' }],
])('device: is named by its browser and system: %.40s', (userAgent, device) => {
  expect(deviceOf(userAgent)).toEqual(device)
})

it.each([null, '', 'x', 'curl/8.5.0', '\u0000'.repeat(10)])(
  'device: is null where the header names none: %j',
  (userAgent) => {
    expect(deviceOf(userAgent)).toBeNull()
  },
)
