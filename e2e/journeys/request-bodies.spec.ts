import { LIMITS } from '@/lib/config/limits'
import { SignInPage } from '../pages/sign-in-page'
import { sendRaw } from '../support/raw-request'
import { builtActions } from '../support/server-surface'
import { world } from '../support/journey'
import { expect, test } from '../support/test'

const { bodyBytes, signInBodyBytes, bodyMs } = LIMITS.edge
const MULTIPART = 'multipart/form-data; boundary=x'
const FORGED = 'next-auth.session-token=forged'

const actionId = (name: string) => builtActions().find((action) => action.name === name)?.id ?? ''

test('next-auth answers what signs in programs, and nothing else', async ({ request }) => {
  expect((await request.get('/api/auth/csrf')).status()).toBe(200)
  const unused =
    'signin signout providers session error verify-request _log callback/x csrf/x a/b/c'
  for (const path of unused.split(' ')) {
    const headers = { origin: world().url }
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404)
    const posted = await request.post(`/api/auth/${path}`, { headers, form: { a: 'b' } })
    expect(posted.status(), path).toBe(404)
  }
  expect((await request.get('/api/auth/callback/credentials')).status()).toBe(404)
})

for (const [name, path, headers, limit] of [
  ['sign-in of programs', '/api/auth/callback/credentials', {}, signInBodyBytes],
  ['a part of next-auth that is not used', '/api/auth/_log', {}, signInBodyBytes],
  ['the sign-in form', '/sign-in', { 'content-type': MULTIPART }, signInBodyBytes],
  ['the sign-in action', '/sign-in', { 'next-action': 'x', cookie: FORGED }, signInBodyBytes],
  ['an action', '/transactions', { 'next-action': 'x', cookie: FORGED }, bodyBytes],
  ['a read', '/api/operations/open', {}, bodyBytes],
  ['an address that is not there', '/nowhere', { cookie: FORGED }, bodyBytes],
] as const) {
  test(`the body of ${name} is bounded and tells its length`, async () => {
    const own = { origin: world().url, ...headers }
    const large = await sendRaw({
      method: 'POST',
      path,
      body: 'x',
      headers: { ...own, 'content-length': limit + 1 },
      unfinished: true,
    })
    expect(large.status).toBe(413)
    const isAction = 'next-action' in headers
    const unreported = await sendRaw({
      method: 'POST',
      path,
      body: 'x'.repeat(isAction ? limit + 1 : 1),
      unfinished: true,
      headers: { ...own, 'transfer-encoding': 'chunked' },
    })
    expect(unreported.status).toBe(isAction ? 413 : 411)
  })
}

test('a body that does not arrive in time is given up', async () => {
  const begun = Date.now()
  const slow = await sendRaw({
    method: 'POST',
    path: '/transactions',
    body: 'x',
    unfinished: true,
    headers: {
      origin: world().url,
      cookie: FORGED,
      'content-length': 100,
      'next-action': actionId('captureTransaction'),
    },
  })
  expect(slow.status).toBe(408)
  expect(Date.now() - begun).toBeGreaterThanOrEqual(bodyMs)
})

test('reads take no body', async () => {
  const read = await sendRaw({ path: '/api/health', body: 'x', headers: { 'content-length': 1 } })
  expect(read.status).toBe(413)
})

test('an action without a session cookie is refused before its body has come', async () => {
  for (const contentType of ['text/plain;charset=UTF-8', MULTIPART]) {
    const answer = await sendRaw({
      method: 'POST',
      path: '/transactions',
      body: '[',
      unfinished: true,
      headers: {
        origin: world().url,
        'content-length': 1000,
        'content-type': contentType,
        'next-action': actionId('captureTransaction'),
      },
    })
    expect(answer.status).toBe(401)
    expect(answer.text).toBe('not_signed_in')
  }
})

test('a form without a session cookie leads to sign in and back', async () => {
  const answer = await sendRaw({
    method: 'POST',
    path: '/operations?state=pending',
    body: '--x',
    unfinished: true,
    headers: { origin: world().url, 'content-length': 1000, 'content-type': MULTIPART },
  })
  expect(answer.status).toBe(303)
  expect(answer.headers.location).toBe('/sign-in?from=%2Foperations%3Fstate%3Dpending')
})

test('an action whose cookie is gone says so beside its button', async ({ page }) => {
  await new SignInPage(page).signInAs('admin')
  await page.goto('/audit')
  await page.context().clearCookies()
  await page.getByRole('button', { name: /verify/i }).click()
  await expect(page.getByText('You are not signed in any more')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('people sign in all the same', async ({ page }) => {
    await page.goto('/sign-in')
    await new SignInPage(page).signIn('staff@paydesk.example', 'wrong')
    await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible()
    await new SignInPage(page).signIn('staff@paydesk.example', 'paydesk-demo')
    await expect(page).toHaveURL(/\/transactions/)
  })
})
