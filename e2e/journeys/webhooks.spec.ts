import { request as httpRequest } from 'node:http'
import { expect, test } from '../support/test'
import { LIMITS } from '@/lib/config/limits'
import { webhookAddress } from '../support/send-webhook'

const { bodyBytes } = LIMITS.webhook

let address = ''

test.beforeAll(async () => {
  address = await webhookAddress()
})

/** Sends a body in pieces without its length; returns the status. */
function post(bits: readonly Buffer[], thenEnd: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(address, { method: 'POST' }, (response) => {
      resolve(response.statusCode ?? 0)
      response.resume()
      call.destroy()
    })
    call.on('error', reject)
    for (const bit of bits) call.write(bit)
    if (thenEnd) call.end()
  })
}

test('webhooks: an unsigned one is refused', async () => {
  expect(await post([Buffer.from('{"id":"T1"}')], true)).toBe(401)
})

test('webhooks: a too large body is refused, with or without its length', async ({ request }) => {
  const large = Buffer.alloc(bodyBytes + 1, 32)
  expect((await request.post(address, { data: large })).status()).toBe(413)
  expect(await post([large.subarray(1), large], false)).toBe(413)
})

test('webhooks: a body that never ends is cut off', async () => {
  const begun = Date.now()
  expect(await post([Buffer.from('{"id":')], false)).toBe(408)
  expect(Date.now() - begun).toBeGreaterThanOrEqual(LIMITS.webhook.bodyMs)
})

test('webhooks: an unknown connection gets no details', async ({ request }) => {
  const elsewhere = address.replace(/[0-9a-f-]{36}$/, '00000000-0000-4000-8000-000000000000')
  const answer = await request.post(elsewhere, { data: '{}' })
  expect(answer.status()).toBe(404)
  expect(await answer.body()).toHaveLength(0)
})
