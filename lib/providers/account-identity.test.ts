import { describe, expect, it } from 'vitest'
import type { Provider } from '@/lib/domain/provider/provider'
import { accountIdentity, MalformedSecretError } from './registry'

const [E1, E2] = ['e1'.repeat(16), 'e2'.repeat(16)]
const OPPWA = { accessToken: 'token', environment: 'live' }

describe('the account of a connection', () => {
  it.each([
    ['dintero', 'T12345678', 'T12345678', true],
    ['dintero', ' p12345678\n', 'P12345678', false],
    ['dintero', 'T1234 5678', 'T12345678', true],
    ['bambora-checkout', 't123456789', 'T123456789', true],
    ['bambora-checkout', 'P123456789', 'P123456789', false],
    ['bambora-native', ' t555000111', 'T555000111', true],
    ['bambora-native', '555000111', '555000111', false],
  ] as const)('at %s: %j is %s', (provider: Provider, typed, accountId, isTest) => {
    const identity = accountIdentity(provider, { accountId: typed, secret: {} })
    expect(identity).toEqual({ accountId, accounts: [accountId], isTest })
  })

  it.each([
    ['one entity', E1, {}, [E1]],
    ['an entity in capitals', ` ${E1.toUpperCase()}`, {}, [E1]],
    ['two, in one order', E2, { otherEntityId: E1 }, [E1, E2]],
    ['two that are the same', E1, { otherEntityId: E1 }, [E1]],
  ])('at the Open Payment Platform: %s', (_, accountId, settings, accounts) => {
    const identity = accountIdentity('oppwa', { accountId, secret: { ...OPPWA, ...settings } })
    expect(identity).toMatchObject({ accountId: accountId.trim().toLowerCase(), accounts })
    expect(identity.isTest).toBe(false)
  })

  it('is not read from settings that make no sense', () => {
    const secret = { ...OPPWA, otherEntityId: 'short' }
    expect(() => accountIdentity('oppwa', { accountId: E1, secret })).toThrow(MalformedSecretError)
  })
})
