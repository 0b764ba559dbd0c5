import { describe, expect, it } from 'vitest'
import { randomSecret } from '@/scripts/application/environment'
import { parseEnv } from './env'
import { parseSender, parseSmtpUrl } from './mail-settings'

const NOTHING = { credentials: null, isTlsFirst: false }

describe('parseSmtpUrl', () => {
  it.each([
    ['smtp://mail.example.com', 'mail.example.com', 587, true],
    ['smtp://mail.example.com:25/', 'mail.example.com', 25, true],
    ['smtp://localhost', 'localhost', 587, false],
    ['smtp://127.0.0.1:2525', '127.0.0.1', 2525, false],
    ['smtp://[::1]:2525', '::1', 2525, false],
    ['smtp://localhost.example.com', 'localhost.example.com', 587, true],
    ['smtp://10.0.0.7', '10.0.0.7', 587, true],
  ])('reads %s', (text, host, port, requiresTls) => {
    expect(parseSmtpUrl(text)).toEqual({ ...NOTHING, host, port, requiresTls })
  })

  it('reads credentials with their signs, and TLS from the first byte', () => {
    expect(parseSmtpUrl('smtps://shop%40example.com:p%2Fa%3Ass@mail.example.com')).toEqual({
      host: 'mail.example.com',
      port: 465,
      isTlsFirst: true,
      requiresTls: true,
      credentials: { user: 'shop@example.com', password: 'p/a:ss' },
    })
  })

  it.each([
    'mail.example.com',
    'http://mail.example.com',
    'smtp://',
    'smtp://mail.example.com/inbox',
    'smtp://mail.example.com?pool=true',
    'smtp://user@mail.example.com',
    'smtp://:secret@mail.example.com',
    'smtp://%zz:secret@mail.example.com',
    'smtp://mail.example.com:99999',
  ])('refuses %s', (text) => {
    expect(parseSmtpUrl(text)).toBeNull()
  })
})

describe('parseSender', () => {
  it.each([
    ['no-reply@example.com', '', 'no-reply@example.com'],
    [' Paydesk Ærlig <no-reply@example.com>', 'Paydesk Ærlig', 'no-reply@example.com'],
    ['<no-reply@example.com>', '', 'no-reply@example.com'],
  ])('reads %s', (text, name, address) => {
    expect(parseSender(text)).toEqual({ name, address })
  })

  it.each(['Paydesk', 'Paydesk <>', 'a@b.no, c@d.no', 'a@b.no\nBcc: c@d.no', 'X\n <a@b.no>'])(
    'refuses %j',
    (text) => {
      expect(parseSender(text)).toBeNull()
    },
  )
})

describe('parseEnv, of mail', () => {
  const complete = {
    DATABASE_URL: 'postgres://paydesk:secret@localhost:5432/paydesk',
    PAYDESK_ENCRYPTION_KEY: randomSecret(),
    NEXTAUTH_SECRET: randomSecret(),
    NEXTAUTH_URL: 'http://localhost:3000',
  }
  const PAYDESK_SMTP_URL = 'smtp://shop:hush@mail.example.com'
  const PAYDESK_MAIL_FROM = 'Paydesk <no-reply@example.com>'

  it('needs none, and takes server and sender together', () => {
    expect(parseEnv(complete)).toMatchObject({ PAYDESK_SMTP_URL: null, PAYDESK_MAIL_FROM: null })
    expect(parseEnv({ ...complete, PAYDESK_SMTP_URL, PAYDESK_MAIL_FROM })).toMatchObject({
      PAYDESK_SMTP_URL: { host: 'mail.example.com', requiresTls: true },
      PAYDESK_MAIL_FROM: { name: 'Paydesk', address: 'no-reply@example.com' },
    })
  })

  it.each([{ PAYDESK_SMTP_URL }, { PAYDESK_MAIL_FROM }])('refuses one without the other', (one) => {
    expect(() => parseEnv({ ...complete, ...one })).toThrow(/PAYDESK_MAIL_FROM.*set both or none/)
  })

  it('names what is malformed without showing it', () => {
    const source = { ...complete, PAYDESK_SMTP_URL: 'imap://shop:hush@x', PAYDESK_MAIL_FROM: 'me' }
    expect(() => parseEnv(source)).toThrow(/PAYDESK_SMTP_URL must be[^]*PAYDESK_MAIL_FROM must be/)
    expect(() => parseEnv(source)).not.toThrow(/hush/)
  })
})
