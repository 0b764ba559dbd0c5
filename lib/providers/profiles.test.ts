import { expect, it } from 'vitest'
import { PROVIDERS } from '@/lib/domain/provider/provider'
import { redactBody } from './http/redact'
import { PROFILES } from './profiles'

it('profiles: no method and no family has names in two of them', () => {
  const all = Object.values(PROFILES).map(({ methods }) => methods)
  const keys = all.flatMap(({ names, families }) => [
    ...Object.keys(names).map((code) => `method ${code}`),
    ...Object.keys(families).map((family) => `family ${family}`),
  ])
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

it.each(PROVIDERS)('profiles: a method of %s is named in a family that has a name', (provider) => {
  const { names } = PROFILES[provider].methods
  const families = Object.values(PROFILES).flatMap(({ methods }) => Object.keys(methods.families))
  for (const { family } of Object.values(names)) {
    if (family !== undefined) expect(families).toContain(family)
  }
})

it('profiles: nothing that any provider calls private is kept', () => {
  const members = [
    'access_token',
    'bankAccount',
    'billing',
    'billing_address',
    'card',
    'customer',
    'customer_ip',
    'shipping',
    'shipping_address',
    'shipping_option',
    'shippingaddress',
    'store',
    'token',
    'url',
    'user_agent',
    'verified_identity',
    'virtualAccount',
  ]
  const body = Object.fromEntries(members.map((name) => [name, { value: 'private' }]))
  expect(redactBody(JSON.stringify(body))).not.toContain('private')
  const reported = new Set(Object.values(PROFILES).flatMap(({ privateMembers }) => privateMembers))
  expect([...reported].sort()).toEqual([...members].sort())
})
