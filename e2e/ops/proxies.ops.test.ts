import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { request, type Agent } from 'undici'
import { ensureBuilt } from '@/scripts/application/build'
import { startInstance, type Instance } from '@/testing/application-instance'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { CaptureAction } from '@/testing/over-http/capture-action'
import { makeOpenPayments } from '@/testing/over-http/open-payments'
import { signIn } from '@/testing/over-http/sign-in'
import { HOST, startCaddy, startNginx, type Proxy } from './proxies'

const URL_OF_PEOPLE = `https://${HOST}`
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const CLIENT = '127.0.0.2'

let merchant: TestMerchant
let instance: Instance

beforeAll(async () => {
  await ensureBuilt()
  merchant = await startTestMerchant()
  const environment = { NEXTAUTH_URL: URL_OF_PEOPLE, PAYDESK_TRUSTED_PROXIES: '1' }
  instance = await startInstance(merchant, { environment })
}, 900_000)
afterAll(async () => {
  instance.process.kill('SIGTERM')
  await instance.ended
  await merchant.stop()
})

async function read(dispatcher: Agent, path: string, url = URL_OF_PEOPLE) {
  const { statusCode, headers, body } = await request(url + path, { dispatcher })
  return { status: statusCode, headers, text: await body.text() }
}

async function send(dispatcher: Agent, cookie: string, bytes: number) {
  const headers = { cookie, origin: URL_OF_PEOPLE, 'next-action': '40'.padEnd(42, 'a') }
  const body = 'x'.repeat(bytes)
  const options = { dispatcher, method: 'POST', headers, body } as const
  const response = await request(`${URL_OF_PEOPLE}/transactions`, options)
  return { status: response.statusCode, text: await response.body.text() }
}

describe.each([
  ['nginx', startNginx],
  ['Caddy', startCaddy],
] as const)('behind %s', (_, start) => {
  let proxy: Proxy
  let agent: Agent

  beforeAll(async () => {
    proxy = await start([instance.port])
    agent = proxy.open({ from: CLIENT })
  })
  afterAll(() => proxy.stop())

  it('people sign in by https and capture', async () => {
    const door = { url: URL_OF_PEOPLE, dispatcher: agent }
    const cookie = await signIn(door, 'staff@paydesk.example', 'paydesk-demo')
    expect(cookie).toMatch(/(^|; )__Host-[\w.-]*session-token=/)
    const [payment] = await makeOpenPayments(merchant, 1)
    if (payment === undefined) throw new Error('there is no payment')
    const { state, headers } = await new CaptureAction(door).capture(payment, cookie)
    expect(state).toBe('succeeded')
    expect(headers['x-request-id']).toMatch(UUID)
    expect(headers['strict-transport-security']).toContain('max-age=')
  })

  it('health is passed on, metrics are not, and http leads to https', async () => {
    expect(await read(agent, '/api/health/ready')).toMatchObject({ status: 200 })
    expect(await read(agent, '/metrics')).toMatchObject({ status: 404 })
    const plain = await read(agent, '/sign-in', `http://${HOST}`)
    expect(plain.status).toBe(308)
    expect(plain.headers.location).toMatch(/^https:\/\/paydesk\.example\.com(:\d+)?\/sign-in$/)
  })

  it('another host name gets nothing', async () => {
    const stranger = proxy.open({ servername: 'other.example.com' })
    await expect(read(stranger, '/api/health/live', 'https://other.example.com')).rejects.toThrow()
    const plain = read(agent, '/api/health/live', 'http://other.example.com')
    const answered = await plain.catch(() => null)
    expect(answered?.text ?? '').not.toContain('ok')
  })

  it('a large body is refused in words, and a huge one in any case', async () => {
    const door = { url: URL_OF_PEOPLE, dispatcher: agent }
    const cookie = await signIn(door, 'staff@paydesk.example', 'paydesk-demo')
    const large = await send(agent, cookie, 1_500_000)
    expect([large.status, large.text]).toEqual([413, expect.stringContaining('body_too_large')])
    const huge = await send(agent, cookie, 3_000_000).catch(() => ({ status: 413 }))
    // Caddy may notice first that it was hung up on.
    expect([413, 502]).toContain(huge.status)
  })

  it('a forged X-Forwarded-For counts for nothing', async () => {
    const csrf = await request(`${URL_OF_PEOPLE}/api/auth/csrf`, { dispatcher: agent })
    const { csrfToken } = (await csrf.body.json()) as { readonly csrfToken: string }
    const before = instance.output().length
    const { body } = await request(`${URL_OF_PEOPLE}/api/auth/callback/credentials`, {
      dispatcher: agent,
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: URL_OF_PEOPLE,
        cookie: [csrf.headers['set-cookie'] ?? []]
          .flat()
          .map((line) => line.split(';')[0])
          .join('; '),
        'x-forwarded-for': '203.0.113.9',
        forwarded: 'for=203.0.113.9',
      },
      body: new URLSearchParams({
        csrfToken,
        email: 'staff@paydesk.example',
        password: 'wrong',
        json: 'true',
      }).toString(),
    })
    await body.dump()
    await expect.poll(() => instance.output().slice(before)).toContain(`"network":"${CLIENT}"`)
    expect(instance.output().slice(before)).not.toContain('203.0.113.9')
  })
})
