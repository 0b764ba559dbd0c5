import { NextRequest } from 'next/server'
import { expect, it } from 'vitest'
import { routeVisit } from './route-visit'

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

it('tells pages their path, whatever the browser claims', () => {
  const response = visit('/operations?state=open', {
    headers: { cookie: 'next-auth.session-token=x', 'x-paydesk-path': '/elsewhere' },
  })
  expect(response.headers.get('x-middleware-request-x-paydesk-path')).toBe('/operations?state=open')
})
