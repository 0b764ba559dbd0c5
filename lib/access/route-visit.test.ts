import { NextRequest } from 'next/server'
import { beforeAll, expect, it } from 'vitest'
import { appEnvironment, randomSecret } from '@/scripts/app-environment'
import { routeVisit } from './route-visit'

beforeAll(() => {
  const secrets = { encryptionKey: randomSecret(), authSecret: randomSecret() }
  const places = { databaseUrl: 'postgres://localhost/none', sandboxUrl: 'http://127.0.0.1:1' }
  Object.assign(
    process.env,
    appEnvironment({ ...secrets, ...places, port: 3000, logLevel: 'silent' }),
  )
})

function visit(path: string, init: { method?: string; headers?: Record<string, string> } = {}) {
  return routeVisit(new NextRequest(`http://localhost:3000${path}`, init))
}

it('sends a visit without a session cookie to sign in and back', () => {
  const response = visit('/operations?state=open')
  expect(response.status).toBe(307)
  expect(response.headers.get('location')).toBe(
    'http://localhost:3000/sign-in?from=%2Foperations%3Fstate%3Dopen',
  )
})

it.each(['next-auth.session-token', '__Secure-next-auth.session-token'])(
  'lets a visit with the cookie %s through, for the page to check',
  (name) => {
    const response = visit('/operations', { headers: { cookie: `${name}=anything` } })
    expect(response.status).toBe(200)
  },
)

it('lets the sign-in page and actions through', () => {
  expect(visit('/sign-in').status).toBe(200)
  expect(visit('/operations', { method: 'POST' }).status).toBe(200)
})

it.each([undefined, 'https://evil.example', 'http://localhost:3001', 'null'])(
  'answers an action from the origin %s in words',
  async (origin) => {
    const headers = { 'next-action': 'abc', ...(origin === undefined ? {} : { origin }) }
    const response = visit('/transactions', { method: 'POST', headers })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'foreign_origin' } })
  },
)

it('lets an action from our own page through', () => {
  const headers = { 'next-action': 'abc', origin: 'http://localhost:3000' }
  expect(visit('/transactions', { method: 'POST', headers }).status).toBe(200)
})

it('tells pages their path, whatever the browser claims', () => {
  const response = visit('/operations?state=open', {
    headers: { cookie: 'next-auth.session-token=x', 'x-paydesk-path': '/elsewhere' },
  })
  expect(response.headers.get('x-middleware-request-x-paydesk-path')).toBe('/operations?state=open')
})
