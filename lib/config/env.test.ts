import { describe, expect, it } from 'vitest'
import { parseEnv } from './env'

const complete = {
  DATABASE_URL: 'postgres://paydesk:secret@localhost:5432/paydesk',
  PAYDESK_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  NEXTAUTH_SECRET: 'x'.repeat(32),
  NEXTAUTH_URL: 'http://localhost:3000',
}

describe('parseEnv', () => {
  it('fills in what may be left out', () => {
    expect(parseEnv(complete)).toMatchObject({
      LOG_LEVEL: 'info',
      PAYDESK_ALLOWED_PROVIDER_ORIGINS: [],
      PAYDESK_TIME_ZONE: 'Europe/Oslo',
    })
  })

  it('names every missing variable at once', () => {
    expect(() => parseEnv({})).toThrow(
      /DATABASE_URL[^]*PAYDESK_ENCRYPTION_KEY[^]*NEXTAUTH_SECRET[^]*NEXTAUTH_URL/,
    )
  })

  it('names malformed ones without showing their values', () => {
    const source = { ...complete, PAYDESK_ENCRYPTION_KEY: 'c2hvcnQ=', DATABASE_URL: 'mysql://pw' }
    expect(() => parseEnv(source)).toThrow(
      /DATABASE_URL[^]*PAYDESK_ENCRYPTION_KEY must be 32 bytes/,
    )
    expect(() => parseEnv(source)).not.toThrow(/c2hvcnQ|mysql/)
  })

  it('takes only time zones that exist', () => {
    const inZone = (PAYDESK_TIME_ZONE: string) => () => parseEnv({ ...complete, PAYDESK_TIME_ZONE })
    expect(inZone('Europe/Stockholm')()).toMatchObject({ PAYDESK_TIME_ZONE: 'Europe/Stockholm' })
    expect(inZone('Europe/Atlantis')).toThrow(/PAYDESK_TIME_ZONE must be the name of a time zone/)
  })

  it('reads allowed origins as a list', () => {
    const PAYDESK_ALLOWED_PROVIDER_ORIGINS = 'http://127.0.0.1:4010/dintero, https://x.example'
    expect(parseEnv({ ...complete, PAYDESK_ALLOWED_PROVIDER_ORIGINS })).toMatchObject({
      PAYDESK_ALLOWED_PROVIDER_ORIGINS: ['http://127.0.0.1:4010', 'https://x.example'],
    })
  })
})
