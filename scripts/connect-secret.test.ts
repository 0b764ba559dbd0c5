import { describe, expect, it } from 'vitest'
import { connectSecret } from './connect-secret'

describe('connectSecret', () => {
  it('takes what the provider needs from the environment, and what is optional if it is there', () => {
    const api = { CONNECT_ACCESS_TOKEN: 'a', CONNECT_SECRET_TOKEN: 's' }
    expect(connectSecret('bambora-checkout', { ...api, CONNECT_CLIENT_ID: 'x' })).toEqual({
      ok: true,
      secret: { accessToken: 'a', secretToken: 's' },
    })
    expect(connectSecret('bambora-checkout', { ...api, CONNECT_MD5_KEY: 'k' })).toMatchObject({
      secret: { md5Key: 'k' },
    })
  })

  it('names what is missing', () => {
    expect(connectSecret('dintero', { CONNECT_CLIENT_ID: '' })).toEqual({
      ok: false,
      missing: ['CONNECT_CLIENT_ID', 'CONNECT_CLIENT_SECRET'],
    })
  })
})
