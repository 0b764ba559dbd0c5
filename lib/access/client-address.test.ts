import { describe, expect, it } from 'vitest'
import { clientAddress, countedAddress } from './client-address'

it.each([
  ['203.0.113.7', '203.0.113.7'],
  [' 203.0.113.7 ', '203.0.113.7'],
  ['203.0.113.7:51234', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:cb00:7107', '203.0.113.7'],
  ['[::ffff:203.0.113.7]:443', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['[2001:db8::9]', '2001:db8:0:0::/64'],
  ['[2001:db8::9]:51234', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['not an address', 'unknown'],
  ['203.0.113.7:port', 'unknown'],
  ['203.0.113.700', 'unknown'],
  ['203.0.113.7:512345', 'unknown'],
  ['[203.0.113.7', 'unknown'],
  ['[2001:db8::9]x', 'unknown'],
  ['::ffff:', 'unknown'],
  ['', 'unknown'],
])('client address: counts %s under %s', (text, address) => {
  expect(countedAddress(text)).toBe(address)
})

describe('clientAddress', () => {
  const socketAddress = '::ffff:127.0.0.1'
  const sent = '192.0.2.66, 198.51.100.1, 203.0.113.7'

  it.each([
    [0, sent, '127.0.0.1'],
    [1, sent, '203.0.113.7'],
    [2, sent, '198.51.100.1'],
    [3, sent, '192.0.2.66'],
    [4, sent, '192.0.2.66'],
    [2, '203.0.113.7', '203.0.113.7'],
    [2, '192.0.2.66, forged, 203.0.113.7', 'unknown'],
    [1, '203.0.113.7,', 'unknown'],
    [1, null, '127.0.0.1'],
    [3, undefined, '127.0.0.1'],
  ])('behind %i proxies takes of %s the address %s', (trustedProxies, forwardedFor, address) => {
    expect(clientAddress(forwardedFor, { socketAddress, trustedProxies })).toBe(address)
  })

  it('is unknown where the connection is gone already', () => {
    const hops = { socketAddress: undefined, trustedProxies: 1 }
    expect(clientAddress(null, hops)).toBe('unknown')
  })
})
