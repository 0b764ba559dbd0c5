import type { lookup, LookupAddress } from 'node:dns'
import { expect, it } from 'vitest'
import {
  createCheckedLookup,
  ForbiddenAddressError,
  isPublicAddress,
  refuseForbiddenHost,
} from './public-address'

it.each([
  '93.184.216.34',
  '8.8.8.8',
  '172.15.255.255',
  '172.32.0.1',
  '2606:2800:220:1::1',
  '2a00:1450:400f::200e',
])('public address: %s is one', (address) => expect(isPublicAddress(address)).toBe(true))

it.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.0.9',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  '2002:7f00:1::',
  '2001::1',
  '2001:db8::1',
  'fe80::1%eth0',
  'paydesk.example',
  '',
])('public address: %s is none', (address) => expect(isPublicAddress(address)).toBe(false))

type Answers = readonly (readonly string[])[]

/** Resolves to the next of the answers each time that it is asked, as a rebinding name server does. */
function resolver(...answers: Answers): typeof lookup {
  const left = [...answers]
  const resolve = (_name: string, _options: unknown, done: (error: null, found: unknown) => void) =>
    done(
      null,
      (left.shift() ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  return resolve as unknown as typeof lookup
}

function lookUp(resolve: typeof lookup, allowsLoopback = false) {
  return new Promise((resolved) =>
    createCheckedLookup(allowsLoopback, resolve)('paydesk.example', { all: true }, (error, found) =>
      resolved(error ?? (found as LookupAddress[]).map(({ address }) => address)),
    ),
  )
}

it('public address: a look-up gives the very addresses that it has checked', async () => {
  const rebinding = resolver(['93.184.216.34'], ['127.0.0.1'])
  expect(await lookUp(rebinding)).toEqual(['93.184.216.34'])
  expect(await lookUp(rebinding)).toBeInstanceOf(ForbiddenAddressError)
})

it('public address: one forbidden address among several refuses the name', async () => {
  expect(await lookUp(resolver(['93.184.216.34', '10.0.0.1']))).toBeInstanceOf(
    ForbiddenAddressError,
  )
  expect(await lookUp(resolver(['::ffff:10.0.0.1']))).toBeInstanceOf(ForbiddenAddressError)
})

it('public address: a name without an address is an error', async () => {
  expect(await lookUp(resolver([]))).toMatchObject({ message: 'the name has no address' })
})

it('public address: this machine may be called where a test says so, and nothing else inside', async () => {
  expect(await lookUp(resolver(['127.0.0.1', '::1']), true)).toEqual(['127.0.0.1', '::1'])
  expect(await lookUp(resolver(['10.0.0.1']), true)).toBeInstanceOf(ForbiddenAddressError)
})

it.each([
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://0x7f.1/',
  'https://2130706433/',
  'https://169.254.169.254/latest/meta-data',
  'https://[::ffff:10.0.0.1]/',
])('public address: the host of %s needs no look-up and is refused', (address) => {
  expect(() => refuseForbiddenHost(new URL(address), false)).toThrow(ForbiddenAddressError)
})

it('public address: a name, and a public address, are no forbidden hosts', () => {
  refuseForbiddenHost(new URL('https://hooks.slack.com/services/1'), false)
  refuseForbiddenHost(new URL('https://93.184.216.34/'), false)
  refuseForbiddenHost(new URL('http://127.0.0.1:8080/'), true)
})
