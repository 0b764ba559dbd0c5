import { describe, expect, it } from 'vitest'
import { connectSecret } from './connect-secret'

describe('connectSecret', () => {
  it('takes what the provider needs from the environment, and what is optional if it is there', () => {
    const api = { CONNECT_CLIENT_ID: 'c', CONNECT_CLIENT_SECRET: 's' }
    expect(connectSecret('dintero', { ...api, CONNECT_MD5_KEY: 'x' })).toEqual({
      ok: true,
      secret: { clientId: 'c', clientSecret: 's' },
    })
    expect(connectSecret('dintero', { ...api, CONNECT_WEBHOOK_SECRET: 'w' })).toMatchObject({
      secret: { webhookSecret: 'w' },
    })
  })

  it('names what is missing', () => {
    expect(connectSecret('dintero', { CONNECT_CLIENT_ID: '' })).toEqual({
      ok: false,
      missing: ['CONNECT_CLIENT_ID', 'CONNECT_CLIENT_SECRET'],
    })
  })
})
