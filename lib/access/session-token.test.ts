import { createHash, randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { expect, it } from 'vitest'
import { csrfSecret } from './csrf-secret'
import { sessionCookie } from './session-cookie'
import { openSessionToken, sealSessionToken } from './session-token'

const secret = 'a secret of at least 32 characters'
const secrets = { current: secret, previous: null }
const rotated = { current: 'the next secret of 32 characters', previous: secret }

it('session token: carries the session id and hides it', async () => {
  const sessionId = randomUUID()
  const token = await sealSessionToken(sessionId, secrets)
  expect(token).not.toContain(sessionId)
  expect(await openSessionToken(token, secrets)).toBe(sessionId)
})

it('session token: is refused when forged, changed, out of date or of another shape', async () => {
  const token = await sealSessionToken(randomUUID(), secrets)
  const expired = await encode({ token: { sid: randomUUID() }, secret, maxAge: -60 })
  const shapeless = await encode({ token: { sid: 'not an id' }, secret })
  expect(await openSessionToken(token, { current: rotated.current, previous: null })).toBeNull()
  expect(await openSessionToken(`${token.slice(0, -4)}AAAA`, secrets)).toBeNull()
  expect(await openSessionToken(expired, secrets)).toBeNull()
  expect(await openSessionToken(shapeless, secrets)).toBeNull()
  expect(await openSessionToken('', secrets)).toBeNull()
})

it('session token: made under the previous secret it lives on, and one of a third is refused', async () => {
  const sessionId = randomUUID()
  const token = await sealSessionToken(sessionId, secrets)
  expect(await openSessionToken(token, rotated)).toBe(sessionId)
  const forged = { current: 'a third secret of 32 characters!!', previous: null }
  expect(await openSessionToken(await sealSessionToken(sessionId, forged), rotated)).toBeNull()
  const fresh = await sealSessionToken(sessionId, rotated)
  expect(await openSessionToken(fresh, { current: rotated.current, previous: null })).toBe(
    sessionId,
  )
  const late = await encode({ token: { sid: sessionId }, secret, maxAge: -60 })
  expect(await openSessionToken(late, rotated)).toBeNull()
})

it('CSRF cookie: is verified with the secret that made it, and a foreign one with the current', () => {
  const cookieOf = (made: string) =>
    `token|${createHash('sha256').update(`token${made}`).digest('hex')}`
  expect(csrfSecret(cookieOf(secret), rotated)).toBe(secret)
  expect(csrfSecret(cookieOf(rotated.current), rotated)).toBe(rotated.current)
  expect(csrfSecret(cookieOf('another'), rotated)).toBe(rotated.current)
  expect(csrfSecret(undefined, rotated)).toBe(rotated.current)
  expect(csrfSecret(cookieOf(secret), { current: rotated.current, previous: null })).toBe(
    rotated.current,
  )
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
