import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TestSandbox, until } from '../../testing/test-sandbox'
import { callbackSignature, webhookSignature } from './signatures'

describe('sandbox Dintero: signatures', () => {
  it("of a callback match Dintero's published vector", () => {
    const url = new URL('https://example.com/callback?B=123&A=992')
    const signed = {
      secret: '123',
      timestampS: 1582236537,
      accountId: 'P00000000',
      method: 'GET',
      url,
    }
    expect(callbackSignature(signed)).toBe(
      't=1582236537,v0-hmac-sha256=6bed2ab1b919d460ef7465a20dc6c97260dca73fab6647106ca525f0908df64a',
    )
  })

  it("of a callback match the fact sheet's vector", () => {
    const query =
      'event=CAPTURE&event_id=3&merchant_reference=ORDER-10042&report_event=CAPTURE&session_id=T12345678.5kQ2qNc8Hd1Fu6GjKe9WxB&time=2026-03-04T12%3A00%3A01.880Z&transaction_id=T12345678.5kQ2vXw9Yb3Zt7LmNp4RsA'
    const signature = callbackSignature({
      secret: 'cbsec_example',
      timestampS: 1772625602,
      accountId: 'T12345678',
      method: 'GET',
      url: new URL(`https://shop.example/dintero/callback?${query}`),
    })
    expect(signature).toContain('d7447a34ae30688d10aa63d99b543376ef2235bc18f408a927235622a41ccfaa')
  })

  it("of a webhook match the fact sheet's vector", () => {
    const body =
      '{"account_id":"T12345678","event":"checkout_transaction","event_delivery":"9d1c2f1e-1111-4222-8333-444455556666","transaction":{"id":"T12345678.5kQ2vXw9Yb3Zt7LmNp4RsA","session_id":"T12345678.5kQ2qNc8Hd1Fu6GjKe9WxB","merchant_reference":"ORDER-10042","merchant_reference_2":"SO-77","status":"PARTIALLY_CAPTURED","created_at":"2026-03-02T09:14:55.101Z","updated_at":"2026-03-04T12:00:01.902Z"}}'
    expect(webhookSignature('whsec_example', body)).toBe('ac84fdd44898e65c8c6bc867386eb21fc37832d3')
  })
})

interface Received {
  readonly request: IncomingMessage
  readonly body: string
}

let sandbox: TestSandbox
let shop: Server
let shopUrl: string
let received: Received[]
let statuses: number[]
beforeAll(async () => {
  sandbox = await TestSandbox.start()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.control('POST', 'reset')
  received = []
  statuses = []
  shop = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      received.push({ request, body })
      response.writeHead(statuses.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
})
afterEach(() => new Promise((resolve) => shop.close(resolve)))

const SECRET = 'whsec_test'

async function subscribe(): Promise<string> {
  const api = await sandbox.signIn()
  const got = await api.call<{ id: string }>('POST', '/accounts/T11112222/hooks/subscriptions', {
    config: {
      url: `${shopUrl}/hook`,
      content_type: 'application/json',
      secret: { type: 'HMAC-SHA1', secret: SECRET },
    },
    events: ['checkout_transaction'],
  })
  expect(got.status).toBe(200)
  expect(got.text).not.toContain(SECRET)
  return got.body.id
}

describe('sandbox Dintero: webhooks', () => {
  it('report a change to the subscriber, signed over the exact bytes', async () => {
    const subscriptionId = await subscribe()
    const { id } = await sandbox.createTransaction()
    const api = await sandbox.signIn()
    await api.operate(id, 'capture', { amount: 10 })
    await until(async () => Promise.resolve(received.length === 1))
    const [hook] = received
    expect(hook?.request.headers).toMatchObject({
      event: 'checkout_transaction',
      'event-signature': webhookSignature(SECRET, hook?.body ?? ''),
    })
    expect(JSON.parse(hook?.body ?? '')).toMatchObject({
      event_delivery: hook?.request.headers['event-delivery'],
      transaction: { id, status: 'PARTIALLY_CAPTURED' },
    })
    await api.call('DELETE', `/accounts/T11112222/hooks/subscriptions/${subscriptionId}`)
    expect((await api.get<object[]>('/accounts/T11112222/hooks/subscriptions')).body).toEqual([])
    await api.operate(id, 'capture', { amount: 10 })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(received).toHaveLength(1)
  })

  it('are repeated after a failure', async () => {
    await subscribe()
    statuses = [500, 302]
    const { id } = await sandbox.createTransaction()
    await (await sandbox.signIn()).operate(id, 'void')
    await until(async () => Promise.resolve(received.length === 2))
    expect(received[0]?.body).toBe(received[1]?.body)
  })

  it('can be sent over the control API, repeated, forged or too long', async () => {
    const { id } = await sandbox.createTransaction()
    const path = `dintero/transactions/${id}/webhook`
    const options = { url: shopUrl, secret: SECRET }
    statuses = [200, 503]
    expect(await sandbox.control('POST', path, { ...options, times: 2 })).toEqual({
      statuses: [200, 503],
    })
    expect(received[0]?.body).toBe(received[1]?.body)
    await sandbox.control('POST', path, { ...options, forged: true, padBytes: 100_000 })
    const last = received[2]
    expect(last?.body.length).toBeGreaterThan(100_000)
    expect(last?.request.headers['event-signature']).not.toBe(
      webhookSignature(SECRET, last?.body ?? ''),
    )
  })
})

describe('sandbox Dintero: session callbacks', () => {
  it('are sent for the events in the address, and are signed once there is a secret', async () => {
    const api = await sandbox.signIn()
    const made = await api.call<{ signature: { secret: string } }>('POST', '/admin/signature')
    const callbackUrl = `${shopUrl}/callback?order=7&report_event=CAPTURE`
    const { id } = await sandbox.createTransaction({ callbackUrl, reference: 'A B' })
    await api.operate(id, 'capture', { amount: 10 })
    await api.operate(id, 'refund', { amount: 10 })
    await until(async () => Promise.resolve(received.length === 1))
    const { request } = received[0] as Received
    const url = new URL(request.url ?? '', shopUrl)
    expect(request.method).toBe('GET')
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      order: '7',
      transaction_id: id,
      merchant_reference: 'A B',
      event: 'CAPTURE',
      event_id: '3',
    })
    const header = String(request.headers['dintero-signature'])
    const timestampS = Number(/t=(\d+)/.exec(header)?.[1])
    const { secret } = made.body.signature
    const again = { secret, timestampS, accountId: 'T11112222', method: 'GET', url }
    expect(header).toBe(callbackSignature(again))
  })
})
