import { describe, expect, it } from 'vitest'
import { authorizationOf, serviceUrl } from './session'

describe('authorizationOf', () => {
  it.each([
    [
      { accessToken: 'accesstoken', secretToken: 'secrettoken' },
      'merchantnumber',
      'Basic YWNjZXNzdG9rZW5AbWVyY2hhbnRudW1iZXI6c2VjcmV0dG9rZW4=',
    ],
    [
      { accessToken: 'acc3ssTok3n', secretToken: 's3cr3tTok3n' },
      'T123456789',
      'Basic YWNjM3NzVG9rM25AVDEyMzQ1Njc4OTpzM2NyM3RUb2szbg==',
    ],
  ])('of %o is as the fact sheet says', (secret, merchantNumber, header) => {
    expect(authorizationOf(secret, merchantNumber)).toBe(header)
  })
})

describe('serviceUrl', () => {
  it('is a host for each service live, and a folder anywhere else', () => {
    expect(serviceUrl('https://merchant-v1.api-eu.bambora.com', 'transaction')).toBe(
      'https://transaction-v1.api-eu.bambora.com',
    )
    expect(serviceUrl('http://127.0.0.1:4010/bambora-checkout', 'login')).toBe(
      'http://127.0.0.1:4010/bambora-checkout/login',
    )
  })
})
