import { describe, expect, it } from 'vitest'
import { encryptedMessage } from '@/sandbox/oppwa/webhooks/encrypt'
import type { WebhookRequest } from '../webhook-port'
import { readOppwaWebhook } from './webhook'

const NOW = new Date('2026-03-01T10:00:00Z')
const KEY_A = '000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f'
const KEY_B = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'
const BODY_B =
  '927B5A9E6F79CC561EC9A3F41CA4AA3D1F3029BEBEDF9FC702B49C08544E66D6318C25B36EB11FA5887FD4DB3D215E6B966CEA898525103F16026806059BB139A2F6D5A237A389AAC9BCD9AA00EE6DE8BC4A8C5D6777373A45CF7D2B0AEABCA6C4736D0294641F2792C046FC2F6B8037EEDF79003FADAA405943DD7263564FC9E638CDBE781B2CE7662E856FEB8D084CB104831DFF90D2E7AF06716303E3DCC72F0355A843A2DB83C91F4D26F6D0E3D2DDED0A58CE803F5EFF8F663E65B1AE3052EA1ABCB262A8C71C36AE8F9E53FBDBE8E8E0A30D056C4448294046E12721F0'
const VECTOR_A = {
  iv: '000000000000000000000000',
  tag: 'CE573FB7A41AB78E743180DC83FF09BD',
  body: '0A3471C72D9BE49A8520F79C66BBD9A12FF9',
}
const VECTOR_B = {
  iv: '0a0b0c0d0e0f101112131415',
  tag: 'BEBE9D835DF7ABB1284AB75715293DF6',
  body: BODY_B,
}

function call(
  { iv, tag, body }: { readonly iv: string; readonly tag: string; readonly body: string },
  headers: Record<string, string> = {},
): WebhookRequest {
  return {
    rawBody: Buffer.from(body),
    headers: { 'x-initialization-vector': iv, 'x-authentication-tag': tag, ...headers },
    query: new URLSearchParams(),
    pathWithQuery: '/api/webhooks/oppwa/1',
    method: 'POST',
  }
}

function read(request: WebhookRequest, webhookKey: string | undefined = KEY_B) {
  return readOppwaWebhook(request, { accessToken: 'x', environment: 'test', webhookKey }, NOW)
}

describe('OPPWA: a webhook', () => {
  it('opens with the platform’s own vector, though nothing in it can be used', () => {
    expect(read(call(VECTOR_A), KEY_A)).toEqual({
      ok: true,
      notice: {
        deliveryId: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        providerTransactionId: null,
        orderReference: null,
        sentAt: null,
      },
    })
  })

  it('opens with the second vector and says which payment to read', () => {
    expect(read(call(VECTOR_B))).toMatchObject({
      ok: true,
      notice: {
        deliveryId: '8ac7a4a19001aaaa019001bbbbcc0005 000.100.110',
        providerTransactionId: '8ac7a4a19001aaaa019001bbbbcc0002',
      },
    })
  })

  it('takes lower-case hex and a body inside JSON', () => {
    const lower = { ...VECTOR_B, body: BODY_B.toLowerCase(), tag: VECTOR_B.tag.toLowerCase() }
    const wrapped = { ...VECTOR_B, body: JSON.stringify({ encryptedBody: BODY_B }) }
    expect(read(call(lower))).toEqual(read(call(VECTOR_B)))
    expect(read(call(wrapped))).toEqual(read(call(VECTOR_B)))
  })

  it.each([
    ['another key', call(VECTOR_B), KEY_A],
    ['another tag', call({ ...VECTOR_B, tag: VECTOR_A.tag }), KEY_B],
    ['a changed byte', call({ ...VECTOR_B, body: BODY_B.replace('92', '93') }), KEY_B],
    ['a part cut off', call({ ...VECTOR_B, body: BODY_B.slice(0, -2) }), KEY_B],
  ])('with %s is forged', (_, request, key) => {
    expect(read(request, key)).toEqual({ ok: false, problem: 'forged' })
  })

  it.each([
    ['a body of odd length', { ...VECTOR_B, body: BODY_B.slice(1) }],
    ['letters that are no hex', { ...VECTOR_B, body: 'ZZ' }],
    ['an empty body', { ...VECTOR_B, body: '' }],
    ['a short tag', { ...VECTOR_B, tag: 'AB' }],
    ['a long vector', { ...VECTOR_B, iv: '00'.repeat(16) }],
  ])('with %s is malformed', (_, parts) => {
    expect(read(call(parts))).toEqual({ ok: false, problem: 'malformed' })
  })

  it('without the headers is malformed, and without a key of the connection not ours', () => {
    expect(read({ ...call(VECTOR_B), headers: {} })).toEqual({ ok: false, problem: 'malformed' })
    const secret = { accessToken: 'x', environment: 'test' }
    expect(readOppwaWebhook(call(VECTOR_B), secret, NOW)).toEqual({
      ok: false,
      problem: 'not_ours',
    })
  })

  it.each([
    ['what it refers to', { referencedId: 'b'.repeat(32) }, 'b'.repeat(32)],
    ['itself, where it names nothing else', {}, 'a'.repeat(32)],
  ])('of an operation leads to %s', (_, reference, providerTransactionId) => {
    const payload = {
      id: 'a'.repeat(32),
      paymentType: 'RF',
      ...reference,
      merchantTransactionId: 'pd-1',
      merchantInvoiceId: 'ORDER-1001',
      result: { code: '000.100.110' },
      timestamp: '2026-03-01 09:59:58.250+0000',
    }
    const target = { url: 'http://localhost/', key: KEY_B, wrapper: 'JSON' } as const
    const { headers, body = '' } = encryptedMessage(target, { type: 'PAYMENT', payload })
    const parts = {
      iv: headers['x-initialization-vector'] ?? '',
      tag: headers['x-authentication-tag'] ?? '',
      body,
    }
    expect(read(call(parts))).toEqual({
      ok: true,
      notice: {
        deliveryId: `${'a'.repeat(32)} 000.100.110 2026-03-01T09:59:58.250Z`,
        providerTransactionId,
        orderReference: 'ORDER-1001',
        sentAt: new Date('2026-03-01T09:59:58.250Z'),
      },
    })
  })
})
