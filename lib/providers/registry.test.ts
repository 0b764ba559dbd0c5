import { beforeAll, describe, expect, it } from 'vitest'
import { PROVIDERS } from '@/lib/domain/provider/provider'
import { setTestEnvironment } from '@/testing/test-environment'
import {
  createProviderClient,
  ForeignHostError,
  MalformedSecretError,
  webhookReader,
} from './registry'

const SANDBOX = 'https://sandbox.example'

beforeAll(() => setTestEnvironment({ PAYDESK_ALLOWED_PROVIDER_ORIGINS: SANDBOX }))

const SECRET = { clientId: 'id', clientSecret: 'secret' }

function create(baseUrl: string, secret: unknown = SECRET) {
  return () =>
    createProviderClient('dintero', { connectionId: 'c', accountId: 'T11112222', baseUrl, secret })
}

describe('the host that a secret is sent to', () => {
  it.each([
    'https://checkout.dintero.com/v1',
    'https://checkout.dintero.com',
    'https://checkout.dintero.com/v1///',
    `${SANDBOX}/dintero/v1`,
  ])('may be %s', (baseUrl) => {
    expect(create(baseUrl)).not.toThrow()
  })

  it.each([
    'https://checkout.dintero.com.evil.example/v1',
    'https://evil.example/https://checkout.dintero.com',
    'https://checkout.dintero.com@evil.example/v1',
    'http://checkout.dintero.com/v1',
    'https://checkout.dintero.com:8443/v1',
    'https://eu-prod.oppwa.com',
    'https://sandbox.example.evil.example',
    'checkout.dintero.com',
    '',
  ])('is never %s', (baseUrl) => {
    expect(create(baseUrl)).toThrow(ForeignHostError)
  })
})

it('a secret without the fields that its provider needs is refused, and not shown', () => {
  const secret = { clientId: 'id', clientSecret: 7, note: 'hunter2' }
  expect(create(`${SANDBOX}/v1`, secret)).toThrow(MalformedSecretError)
  expect(create(`${SANDBOX}/v1`, secret)).not.toThrow(/hunter2/)
})

it('webhooks: every provider but Bambora Native calls us', () => {
  const silent = PROVIDERS.filter((provider) => webhookReader(provider) === null)
  expect(silent).toEqual(['bambora-native'])
})
