import { beforeAll, describe, expect, it, vi } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import { setTestEnvironment } from '@/testing/test-environment'
import { defineWebhook } from './define-webhook'

vi.hoisted(() => {
  process.env.PAYDESK_LIMITS = JSON.stringify({ webhook: { answerMs: 300 } })
})

beforeAll(() => setTestEnvironment())

type Definition = Parameters<typeof defineWebhook<string>>[0]
type Received = Parameters<Definition['receive']>[2]

const PARAMS = { provider: 'dintero', connectionId: 'c-1' }

async function call(
  definition: Partial<Definition>,
  init: RequestInit & { duplex?: 'half' } = { body: 'the body' },
  address = 'http://10.0.0.7:3000/api/webhooks/dintero/c-1?a=1&b=2',
): Promise<Response> {
  const handle = defineWebhook<string>({
    findTarget: () => Promise.resolve('target'),
    receive: () => Promise.resolve('stored'),
    ...definition,
  })
  return handle(new Request(address, { method: 'POST', ...init }), {
    params: Promise.resolve(PARAMS),
  })
}

describe('the answer to a webhook', () => {
  it.each([
    ['stored', 200],
    ['repeated', 200],
    ['malformed', 400],
    ['forged', 401],
    ['stale', 401],
    ['not_ours', 401],
  ] as const)('%s: %i, without a body, and kept nowhere', async (outcome, status) => {
    const response = await call({ receive: () => Promise.resolve(outcome) })
    expect(response.status).toBe(status)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toBe('')
  })

  it('is 404 at an address without a connection; the call is not read', async () => {
    const receive = vi.fn()
    const response = await call({ findTarget: () => Promise.resolve(null), receive })
    expect(response.status).toBe(404)
    expect(receive).not.toHaveBeenCalled()
  })

  it.each([
    ['whom it is for', { findTarget: () => Promise.reject(new Error('down')) }],
    ['what it says', { receive: () => Promise.reject(new Error('down')) }],
  ])('is 503 when we cannot say %s, so that the provider calls again', async (_, broken) => {
    expect((await call(broken)).status).toBe(503)
  })

  it('is 503 when we take too long, before the provider gives up', async () => {
    const begun = performance.now()
    const response = await call({ receive: () => new Promise(() => undefined) })
    expect(response.status).toBe(503)
    expect(performance.now() - begun).toBeGreaterThan(LIMITS.webhook.answerMs - 50)
  })

  it.each([
    ['as it says itself', { body: 'x', headers: { 'content-length': '9999999' } }],
    ['whatever it says', { body: 'x'.repeat(LIMITS.webhook.bodyBytes + 1) }],
  ])('is 413 to a body that is too large, %s', async (_, init) => {
    const receive = vi.fn()
    expect((await call({ receive }, init)).status).toBe(413)
    expect(receive).not.toHaveBeenCalled()
  })

  it('is 200 to a body that is just small enough', async () => {
    expect((await call({}, { body: 'x'.repeat(LIMITS.webhook.bodyBytes) })).status).toBe(200)
  })
})

it('a webhook is handed on as it came, under the address that people open', async () => {
  const expectedRevision: Received[] = []
  const receive: Definition['receive'] = (_, target, request) => {
    expect(target).toBe('target')
    expectedRevision.push(request)
    return Promise.resolve('stored')
  }
  await call({ receive }, { body: 'the body', headers: { 'X-Signature': 'abc', host: 'forged' } })
  expect(expectedRevision).toEqual([
    {
      rawBody: Buffer.from('the body'),
      headers: expect.objectContaining({ 'x-signature': 'abc', host: 'localhost:3000' }),
      query: new URLSearchParams('a=1&b=2'),
      pathWithQuery: '/api/webhooks/dintero/c-1?a=1&b=2',
      method: 'POST',
    },
  ])
})
