import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { forgetEnv } from '@/lib/config/env'
import { startCallReceiver, type CallReceiver } from '@/testing/call-receiver'
import { setTestEnvironment } from '@/testing/test-environment'
import { callAddress } from './call-address'

let receiver: CallReceiver

beforeAll(async () => {
  receiver = await startCallReceiver()
})
afterEach(() => receiver.received.splice(0))
afterAll(() => receiver.stop())

function call(url: string, local: '' | 'allowed') {
  setTestEnvironment({ PAYDESK_LOCAL_WEBHOOKS: local })
  forgetEnv()
  return callAddress({ url, id: 'a', body: { text: 'Hei' } })
}

it('webhook call: reaches no address of this machine, by number or by name', async () => {
  const { port } = new URL(receiver.url)
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '0x7f000001']) {
    expect(await call(`http://${host}:${port}/`, '')).toEqual({
      ok: false,
      problem: 'forbidden_address',
      status: null,
    })
  }
  expect(receiver.received).toEqual([])
})

it('webhook call: reaches this machine where a test says so', async () => {
  expect(await call(`${receiver.url}/x`, 'allowed')).toEqual({ ok: true, status: 200 })
  expect(receiver.received).toMatchObject([{ path: '/x', body: { text: 'Hei' } }])
})

it('webhook call: a name that nothing has, and a port that nothing listens on, are no response', async () => {
  const none = { ok: false, problem: 'no_response', status: null }
  expect(await call('https://nothing.invalid/', '')).toEqual(none)
  expect(await call('http://127.0.0.1:1/', 'allowed')).toEqual(none)
})
