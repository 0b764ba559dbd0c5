import { randomUUID } from 'node:crypto'
import { expect, test } from '../support/test'
import { SignInPage } from '../pages/sign-in-page'

test('requests: reads without a session are refused', async ({ request }) => {
  const response = await request.get(`/api/operations/${randomUUID()}`)
  expect(response.status()).toBe(401)
  expect(await response.json()).toMatchObject({ ok: false, error: { code: 'not_signed_in' } })
})

test('requests: an unknown id is answered with 404, a malformed one with 400 or 404', async ({
  page,
}) => {
  await new SignInPage(page).signInAs('staff')
  const unknown = await page.request.get(`/api/operations/${randomUUID()}`)
  expect(unknown.status()).toBe(404)
  const malformed = await page.request.get("/api/operations/'or'1'='1")
  expect([400, 404]).toContain(malformed.status())
})

test('requests: an action from another site is refused with a message and changes nothing', async ({
  page,
}) => {
  await new SignInPage(page).signInAs('staff')
  const response = await page.request.post('/transactions', {
    headers: { origin: 'https://evil.example', 'next-action': '0'.repeat(42) },
    data: '[]',
  })
  expect(response.status()).toBe(403)
  expect(await response.json()).toMatchObject({ ok: false, error: { code: 'foreign_origin' } })
})

test('requests: the health check answers without a session and without details', async ({
  request,
}) => {
  const response = await request.get('/api/health')
  expect(response.status()).toBe(200)
  expect(await response.json()).toEqual({ status: 'ok' })
})
