import { expect, it } from 'vitest'
import { Database } from '@/db/client'
import { setTestEnvironment } from '@/testing/test-environment'
import { passkeySite, personHandle } from './passkey-site'
import { startPasskeySignIn } from './sign-in-by-passkey'

it.each([
  ['https://paydesk.example.com', 'paydesk.example.com', 'https://paydesk.example.com'],
  ['https://paydesk.example.com:8443/', 'paydesk.example.com', 'https://paydesk.example.com:8443'],
  ['http://localhost:3000', 'localhost', 'http://localhost:3000'],
])('passkey site: %s is %s', (url, id, origin) => {
  expect(passkeySite(url)).toEqual({ id, origin })
})

it.each(['http://127.0.0.1:3000', 'https://203.0.113.7', 'http://[::1]:3000'])(
  'passkey site: %s has none, being a bare network address',
  (url) => expect(passkeySite(url)).toBeNull(),
)

it('passkey site: without one, no passkey is asked for', async () => {
  setTestEnvironment({ NEXTAUTH_URL: 'http://127.0.0.1:3000' })
  const tools = { database: new Database('postgres://127.0.0.1/none', 1), secret: 'none' }
  const started = await startPasskeySignIn(tools, { address: 'unknown', browserKey: 'any' })
  expect(started).toEqual({
    ok: false,
    error: { code: 'passkey_refused', values: { problem: 'unavailable' } },
  })
})

it('passkey site: a person’s handle is the 16 bytes of the id', () => {
  const id = '01990000-0000-7000-8000-0000000000c1'
  expect(personHandle(id).toString('hex')).toBe('01990000000070008000' + '0000000000c1')
})
