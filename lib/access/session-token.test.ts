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
  expect(openSessionToken(token, secrets)).toBe(sessionId)
})

it('session token: is refused when forged, changed, out of date or of another shape', async () => {
  const token = await sealSessionToken(randomUUID(), secrets)
  const expired = await encode({ token: { sid: randomUUID() }, secret, maxAge: -60 })
  const shapeless = await encode({ token: { sid: 'not an id' }, secret })
  expect(openSessionToken(token, { current: rotated.current, previous: null })).toBeNull()
  expect(openSessionToken(`${token.slice(0, -4)}AAAA`, secrets)).toBeNull()
  expect(openSessionToken(expired, secrets)).toBeNull()
  expect(openSessionToken(shapeless, secrets)).toBeNull()
  expect(openSessionToken('', secrets)).toBeNull()
  const [, ...rest] = token.split('.')
  for (const header of ['{"alg":"none"}', '{"alg":"dir","enc":"A128GCM"}']) {
    const other = [Buffer.from(header).toString('base64url'), ...rest].join('.')
    expect(openSessionToken(other, secrets), header).toBeNull()
  }
  const [header, , nonce, text, tag] = token.split('.')
  const shortTag = Buffer.from(tag ?? '', 'base64url')
    .subarray(0, 4)
    .toString('base64url')
  expect(openSessionToken([header, '', nonce, text, shortTag].join('.'), secrets)).toBeNull()
  expect(openSessionToken([header, 'AA', nonce, text, tag].join('.'), secrets)).toBeNull()
})

it('session token: made under the previous secret it lives on, and one of a third is refused', async () => {
  const sessionId = randomUUID()
  const token = await sealSessionToken(sessionId, secrets)
  expect(openSessionToken(token, rotated)).toBe(sessionId)
  const forged = { current: 'a third secret of 32 characters!!', previous: null }
  expect(openSessionToken(await sealSessionToken(sessionId, forged), rotated)).toBeNull()
  const fresh = await sealSessionToken(sessionId, rotated)
  expect(openSessionToken(fresh, { current: rotated.current, previous: null })).toBe(sessionId)
  const late = await encode({ token: { sid: sessionId }, secret, maxAge: -60 })
  expect(openSessionToken(late, rotated)).toBeNull()
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
