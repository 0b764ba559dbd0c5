import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { WebhookRequest } from '../webhook-port'
import { callbackSignature, readDinteroWebhook } from './webhook'

const NOW = new Date('2026-03-04T12:00:02.000Z')
const TIMESTAMP = '1772625602'
const SECRET = {
  clientId: 'id',
  clientSecret: 'secret',
  webhookSecret: 'whsec_example',
  callbackSecret: 'cbsec_example',
}
const BODY =
  '{"account_id":"T12345678","event":"checkout_transaction","event_delivery":"9d1c2f1e-1111-4222-8333-444455556666","transaction":{"id":"T12345678.5kQ2vXw9Yb3Zt7LmNp4RsA","session_id":"T12345678.5kQ2qNc8Hd1Fu6GjKe9WxB","merchant_reference":"ORDER-10042","merchant_reference_2":"SO-77","status":"PARTIALLY_CAPTURED","created_at":"2026-03-02T09:14:55.101Z","updated_at":"2026-03-04T12:00:01.902Z"}}'
const BODY_SIGNATURE = 'ac84fdd44898e65c8c6bc867386eb21fc37832d3'
const QUERY =
  'event=CAPTURE&event_id=3&merchant_reference=ORDER-10042&report_event=CAPTURE&session_id=T12345678.5kQ2qNc8Hd1Fu6GjKe9WxB&time=2026-03-04T12%3A00%3A01.880Z&transaction_id=T12345678.5kQ2vXw9Yb3Zt7LmNp4RsA'
const QUERY_SIGNATURE = 'd7447a34ae30688d10aa63d99b543376ef2235bc18f408a927235622a41ccfaa'

function webhook(body: string, headers: WebhookRequest['headers']): WebhookRequest {
  return {
    rawBody: Buffer.from(body),
    headers,
    query: new URLSearchParams(),
    pathWithQuery: '/hooks/dintero',
    method: 'POST',
  }
}

function callback(
  query: string,
  signature = QUERY_SIGNATURE,
  rest: Partial<WebhookRequest> = {},
): WebhookRequest {
  return {
    rawBody: Buffer.alloc(0),
    headers: {
      host: 'shop.example',
      'dintero-signature': `t=${TIMESTAMP},v0-hmac-sha256=${signature}`,
    },
    query: new URLSearchParams(query),
    pathWithQuery: `/dintero/callback?${query}`,
    method: 'GET',
    ...rest,
  }
}

const signed = (body: string) => createHmac('sha1', 'whsec_example').update(body).digest('hex')

describe('Dintero: an account webhook', () => {
  it('is proved by the signature of its body, and identified by the id inside', () => {
    const headers = { 'event-signature': BODY_SIGNATURE, 'event-delivery': 'not signed' }
    expect(readDinteroWebhook(webhook(BODY, headers), SECRET, NOW)).toEqual({
      ok: true,
      notice: {
        deliveryId: '9d1c2f1e-1111-4222-8333-444455556666',
        providerTransactionId: 'T12345678.5kQ2vXw9Yb3Zt7LmNp4RsA',
        orderReference: 'ORDER-10042',
        sentAt: null,
      },
    })
  })

  it('without a transaction, such as the ping at the beginning, is about nothing', () => {
    const body = '{"event":"ping"}'
    const reading = readDinteroWebhook(
      webhook(body, { 'event-signature': signed(body) }),
      SECRET,
      NOW,
    )
    expect(reading).toMatchObject({
      ok: true,
      notice: { deliveryId: expect.stringMatching(/^[0-9a-f]{64}$/), providerTransactionId: null },
    })
  })

  it.each(['""', '"  "', 'null', '7'])('whose id is %s is identified by its body', (id) => {
    const bodies = [1, 2].map((n) => `{"event_delivery":${id},"transaction":{"id":"T1.${n}"}}`)
    const ids = bodies.map((body) => {
      const request = webhook(body, { 'event-signature': signed(body) })
      const reading = readDinteroWebhook(request, SECRET, NOW)
      return reading.ok ? reading.notice.deliveryId : reading.problem
    })
    for (const one of ids) expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(ids).size).toBe(2)
  })

  it.each([
    ['a changed body', `${BODY} `, BODY_SIGNATURE],
    ['another signature', BODY, BODY_SIGNATURE.replace('a', 'b')],
    ['a cut signature', BODY, BODY_SIGNATURE.slice(0, -1)],
    ['an empty signature', BODY, ''],
  ])('with %s is forged', (_, body, signature) => {
    const request = webhook(body, { 'event-signature': signature })
    expect(readDinteroWebhook(request, SECRET, NOW)).toEqual({ ok: false, problem: 'forged' })
  })

  it('is forged when the connection keeps no secret for it', () => {
    const { webhookSecret: _, ...without } = SECRET
    const request = webhook(BODY, { 'event-signature': BODY_SIGNATURE })
    expect(readDinteroWebhook(request, without, NOW)).toEqual({ ok: false, problem: 'forged' })
  })

  it('that is signed but no object is malformed', () => {
    const request = webhook('[]', { 'event-signature': signed('[]') })
    expect(readDinteroWebhook(request, SECRET, NOW)).toEqual({ ok: false, problem: 'malformed' })
  })
})

describe('Dintero: a session callback', () => {
  it('has the signature of the published vector', () => {
    const query = 'B=123&A=992'
    const request = callback(query, '', {
      headers: { host: 'example.com' },
      pathWithQuery: `/callback?${query}`,
    })
    const key = { secret: '123', timestamp: '1582236537', accountId: 'P00000000' }
    expect(callbackSignature(request, key)).toBe(
      '6bed2ab1b919d460ef7465a20dc6c97260dca73fab6647106ca525f0908df64a',
    )
  })

  it('is known by the signature of its address, in whatever order the query came', () => {
    const reversed = QUERY.split('&').toReversed().join('&')
    const expected = {
      ok: true,
      notice: {
        deliveryId: expect.stringMatching(/^[0-9a-f]{64}$/),
        providerTransactionId: 'T12345678.5kQ2vXw9Yb3Zt7LmNp4RsA',
        orderReference: 'ORDER-10042',
        sentAt: NOW,
      },
    }
    const reading = readDinteroWebhook(callback(QUERY), SECRET, NOW)
    expect(reading).toEqual(expected)
    expect(readDinteroWebhook(callback(reversed), SECRET, NOW)).toEqual(reading)
  })

  it.each([
    ['another event', callback(QUERY.replace('CAPTURE', 'REFUND'))],
    ['another payment', callback(QUERY.replace('5kQ2vXw9', '6kQ2vXw9'))],
    ['another method', callback(QUERY, QUERY_SIGNATURE, { method: 'POST' })],
    ['another path', callback(QUERY, QUERY_SIGNATURE, { pathWithQuery: `/elsewhere?${QUERY}` })],
    ['a signature of another make', callback(QUERY, 'v1')],
  ])('with %s is forged', (_, request) => {
    expect(readDinteroWebhook(request, SECRET, NOW)).toEqual({ ok: false, problem: 'forged' })
  })

  it('is known behind a port, which is not signed', () => {
    const { headers } = callback(QUERY)
    const request = callback(QUERY, QUERY_SIGNATURE, {
      headers: { ...headers, host: 'shop.example:8443' },
    })
    expect(readDinteroWebhook(request, SECRET, NOW)).toMatchObject({ ok: true })
  })

  it.each(['other.example', 'shop.example.evil', ''])('to the host “%s” is forged', (host) => {
    const request = callback(QUERY, QUERY_SIGNATURE, {
      headers: { ...callback(QUERY).headers, host },
    })
    expect(readDinteroWebhook(request, SECRET, NOW)).toEqual({ ok: false, problem: 'forged' })
  })

  it('with another time than was signed is forged', () => {
    const headers = {
      host: 'shop.example',
      'dintero-signature': `t=${Number(TIMESTAMP) + 1},v0-hmac-sha256=${QUERY_SIGNATURE}`,
    }
    const request = callback(QUERY, QUERY_SIGNATURE, { headers })
    expect(readDinteroWebhook(request, SECRET, NOW)).toEqual({ ok: false, problem: 'forged' })
  })

  it('is forged when the connection keeps no secret for it', () => {
    const { callbackSecret: _, ...without } = SECRET
    expect(readDinteroWebhook(callback(QUERY), without, NOW)).toEqual({
      ok: false,
      problem: 'forged',
    })
  })

  it.each([-300, 0, 300])('%i s away is still fresh', (seconds) => {
    const then = new Date(NOW.getTime() + seconds * 1000)
    expect(readDinteroWebhook(callback(QUERY), SECRET, then)).toMatchObject({ ok: true })
  })

  it.each([-301, 301])('%i s away is stale', (seconds) => {
    const then = new Date(NOW.getTime() + seconds * 1000)
    expect(readDinteroWebhook(callback(QUERY), SECRET, then)).toEqual({
      ok: false,
      problem: 'stale',
    })
  })

  it('without any id of the account is malformed', () => {
    expect(readDinteroWebhook(callback('A=1'), SECRET, NOW)).toEqual({
      ok: false,
      problem: 'malformed',
    })
  })
})
