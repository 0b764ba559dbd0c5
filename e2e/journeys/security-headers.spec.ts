import { SignInPage } from '../pages/sign-in-page'
import { sendRaw } from '../support/raw-request'
import { expect, test } from '../support/test'

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
}
const POLICY = [
  "default-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
]

test('every answer has the security headers: pages, files, reads, refusals, faults', async () => {
  for (const [path, status, method = 'GET'] of [
    ['/sign-in', 200],
    ['/transactions', 307],
    ['/mark.svg', 200],
    ['/_next/static/nothing.js', 404],
    ['/api/health', 200],
    ['/api/operations/open', 401],
    ['/api/auth/csrf', 200],
    ['/api/nothing', 404],
    ['/%E0%A4%A', 307],
    ['/', 405, 'TRACE'],
  ] as const) {
    const { headers, ...answer } = await sendRaw({ method, path })
    expect(answer.status, path).toBe(status)
    expect(headers, path).toMatchObject(ALWAYS)
    expect(headers['permissions-policy'], path).toContain('camera=()')
    const policy = String(headers['content-security-policy']).split('; ')
    expect(policy, path).toEqual(expect.arrayContaining(POLICY))
    expect(String(policy), path).not.toMatch(/unsafe-(inline|eval)/)
    // The test's own address is not https.
    expect(headers['strict-transport-security'], path).toBeUndefined()
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
})

test('pages that are not there have them too, and each page a nonce of its own', async ({
  page,
}) => {
  await new SignInPage(page).signInAs('staff')
  const nonces = new Set<string>()
  for (const path of ['/transactions', '/nowhere', '/transactions/nothing', '/transactions']) {
    const response = await page.goto(path)
    const policy = response?.headers()['content-security-policy'] ?? ''
    const nonce = /script-src[^;]*'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(nonce).toMatch(/^[A-Za-z0-9+/=_-]{22,}$/)
    nonces.add(nonce)
    const html = (await response?.text()) ?? ''
    const scripts = html.match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(3)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
  }
  expect(nonces.size).toBe(4)
})

test('a nonce that a client sends is not taken', async () => {
  const forged = "script-src 'nonce-Zm9yZ2VkZm9yZ2VkZm9yZ2Vk'"
  const headers = { 'content-security-policy': forged }
  expect((await sendRaw({ path: '/sign-in', headers })).text).not.toContain('Zm9yZ2Vk')
})

test.describe('against the policy', () => {
  test.use({ violatesPolicy: true })
  test('a script that is written into a page does not run', async ({ page }) => {
    await page.goto('/sign-in')
    const ran = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) =>
            resolve(event.effectiveDirective),
          )
          const image = document.createElement('img')
          image.setAttribute('onerror', 'document.title = "ran"')
          document.body.append(image)
          setTimeout(() => resolve(document.title), 2_000)
        }),
    )
    expect(ran).toBe('script-src-attr')
  })
})

test('downloads that another site asks for are refused in words', async ({ page }) => {
  await new SignInPage(page).signInAs('admin')
  const downloads = [
    '/api/transactions/export?format=csv',
    '/api/audit/heads',
    '/api/audit/entries',
  ]
  for (const path of downloads) {
    for (const site of ['cross-site', 'same-site']) {
      const foreign = await page.request.get(path, { headers: { 'sec-fetch-site': site } })
      expect(foreign.status()).toBe(403)
      expect(await foreign.json()).toMatchObject({ ok: false, error: { code: 'foreign_origin' } })
    }
    const foreign = await page.request.get(path, { headers: { origin: 'https://evil.example' } })
    expect(foreign.status()).toBe(403)
    for (const site of ['same-origin', 'none']) {
      const own = await page.request.get(path, { headers: { 'sec-fetch-site': site } })
      expect(own.status()).toBe(200)
      expect(own.headers()['content-disposition']).toContain('attachment')
    }
  }
})

test('there is no image optimizer', async ({ request }) => {
  expect((await request.get('/_next/image?url=%2Fmark.svg&w=64&q=75')).status()).toBe(404)
})
