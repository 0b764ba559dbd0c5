import { describe, expect, it } from 'vitest'
import { randomSecret } from '@/scripts/application/environment'
import { parseEnv } from './env'

const complete = {
  DATABASE_URL: 'postgres://paydesk:secret@localhost:5432/paydesk',
  PAYDESK_ENCRYPTION_KEY: randomSecret(),
  NEXTAUTH_SECRET: randomSecret(),
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

  it('listens on this machine alone, at port 3000, unless configured otherwise', () => {
    expect(parseEnv({ ...complete, PORT: '' })).toMatchObject({ HOST: '127.0.0.1', PORT: 3000 })
    const reported = { ...complete, HOST: '0.0.0.0', PORT: '8080' }
    expect(parseEnv(reported)).toMatchObject({ HOST: '0.0.0.0', PORT: 8080 })
  })

  it.each(['0', '65536', '-1', '80a', '1e3', ' 80', '080000'])('refuses the port %j', (PORT) => {
    expect(() => parseEnv({ ...complete, PORT })).toThrow(/PORT must be a number/)
  })

  it.each([
    ['PAYDESK_ENCRYPTION_KEY', Buffer.alloc(32).toString('base64')],
    ['PAYDESK_ENCRYPTION_KEY', Buffer.alloc(32, 7).toString('base64')],
    ['NEXTAUTH_SECRET', 'x'.repeat(32)],
    ['NEXTAUTH_SECRET', 'changeme'.repeat(4)],
  ])('refuses a %s that can be guessed', (name, value) => {
    expect(() => parseEnv({ ...complete, [name]: value })).toThrow(`${name} is too easy to guess`)
  })

  it.each([
    ['http://paydesk.example.com', false],
    ['http://10.0.0.7:3000', false],
    ['http://localhost.example.com', false],
    ['http://127.0.0.1.example.com', false],
    ['https://paydesk.example.com', true],
    ['http://localhost:3000', true],
    ['http://127.0.0.1:3000', true],
    ['http://[::1]:3000', true],
  ])('takes %s as an address: %s', (address, isTaken) => {
    for (const name of ['NEXTAUTH_URL', 'PAYDESK_ALLOWED_PROVIDER_ORIGINS']) {
      const parse = () => parseEnv({ ...complete, [name]: address })
      if (isTaken) expect(parse).not.toThrow()
      else expect(parse).toThrow(new RegExp(`${name}.* must begin with https://`))
    }
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

it.each([
  [undefined, 1],
  ['', 1],
  ['0', 0],
  ['10', 10],
])('trusted proxies: %j means %i', (text, proxies) => {
  const source = Object.assign({}, complete, { PAYDESK_TRUSTED_PROXIES: text })
  expect(parseEnv(source).PAYDESK_TRUSTED_PROXIES).toBe(proxies)
})

it.each(['-1', '11', '1.5', 'all'])('trusted proxies: refuses %j', (text) => {
  const source = Object.assign({}, complete, { PAYDESK_TRUSTED_PROXIES: text })
  expect(() => parseEnv(source)).toThrow(/PAYDESK_TRUSTED_PROXIES must be a whole number/)
})

describe('the time without use after which sessions end', () => {
  it('is an hour, unless configured otherwise', () => {
    expect(parseEnv(complete)).toMatchObject({ PAYDESK_SESSION_IDLE_MINUTES: 60 })
    const short = { ...complete, PAYDESK_SESSION_IDLE_MINUTES: '5' }
    expect(parseEnv(short)).toMatchObject({ PAYDESK_SESSION_IDLE_MINUTES: 5 })
  })

  it.each(['4', '721', '0', '-5', '1e2', '60.5', 'never'])(
    'cannot be %j minutes',
    (PAYDESK_SESSION_IDLE_MINUTES) => {
      expect(() => parseEnv({ ...complete, PAYDESK_SESSION_IDLE_MINUTES })).toThrow(
        /PAYDESK_SESSION_IDLE_MINUTES must be a whole number of minutes from 5 to 720/,
      )
    },
  )
})
