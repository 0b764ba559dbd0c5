import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { expect, it } from 'vitest'
import { sessionCookie } from './session-cookie'
import { openSessionToken, sealSessionToken } from './session-token'

const secret = 'a secret of at least 32 characters'

it('session token: carries the session id and hides it', async () => {
  const sessionId = randomUUID()
  const token = await sealSessionToken(sessionId, secret)
  expect(token).not.toContain(sessionId)
  expect(await openSessionToken(token, secret)).toBe(sessionId)
})

it('session token: is refused when forged, changed, out of date or of another shape', async () => {
  const token = await sealSessionToken(randomUUID(), secret)
  const expired = await encode({ token: { sid: randomUUID() }, secret, maxAge: -60 })
  const shapeless = await encode({ token: { sid: 'not an id' }, secret })
  expect(await openSessionToken(token, 'another secret of 32 characters!')).toBeNull()
  expect(await openSessionToken(`${token.slice(0, -4)}AAAA`, secret)).toBeNull()
  expect(await openSessionToken(expired, secret)).toBeNull()
  expect(await openSessionToken(shapeless, secret)).toBeNull()
  expect(await openSessionToken('', secret)).toBeNull()
})

it('session cookie: is kept from scripts and, where there is https, from http', () => {
  expect(sessionCookie('http://localhost:3000')).toEqual({
    name: 'next-auth.session-token',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: false },
  })
  expect(sessionCookie('https://paydesk.example.com')).toEqual({
    name: '__Host-next-auth.session-token',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
  })
})
