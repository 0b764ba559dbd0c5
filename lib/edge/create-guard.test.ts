import { once } from 'node:events'
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { LIMITS } from '@/lib/config/limits'
import { currentRequestId } from '@/lib/observability/request-context'
import { createGuard } from './create-guard'
import { guardServer } from './guard-server'

const COOKIE = 'next-auth.session-token=x'
const OWN = { origin: 'http://localhost:3000' }
const MULTIPART = 'multipart/form-data; boundary=x'

/** Stands for the application: answers what reached it. */
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => (body += part.toString()))
  request.on('end', () => {
    const { url, headers } = request
    const known = currentRequestId()
    response.end(JSON.stringify({ url, headers, body, known }))
  })
})

beforeAll(async () => {
  const secrets = { encryptionKey: randomSecret(), authSecret: randomSecret() }
  const places = { databaseUrl: 'postgres://localhost/none', sandboxUrl: 'http://127.0.0.1:1' }
  Object.assign(
    process.env,
    appEnvironment({ ...secrets, ...places, port: 3000, logLevel: 'silent' }),
  )
  guardServer(
    server,
    createGuard({
      isHttps: true,
      isDevelopment: false,
      trustedProxies: 2,
      metricsToken: 'the-token-of-prometheus-1',
    }),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterAll(() => {
  server.close()
})

interface Passed {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The request's id as what serves it knows it. */
  readonly known: string
}

async function send(
  path: string,
  { method = 'GET', headers = {}, body = '' }: Sent = {},
): Promise<{ status: number; headers: OutgoingHttpHeaders; text: string }> {
  const { port } = server.address() as AddressInfo
  const call = httpRequest({ port, host: '127.0.0.1', path, method, headers, agent: false })
  call.end(body)
  const [response] = (await once(call, 'response')) as [IncomingMessage]
  let text = ''
  for await (const part of response) text += String(part)
  return { status: response.statusCode ?? 0, headers: response.headers, text }
}

interface Sent {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string
}

const passed = async (path: string, sent?: Sent): Promise<Passed> =>
  JSON.parse((await send(path, sent)).text) as Passed

describe('a visit', () => {
  it('without a session cookie is sent to sign in and back', async () => {
    const { status, headers } = await send('/operations?state=open')
    expect(status).toBe(307)
    expect(headers['location']).toBe('/sign-in?from=%2Foperations%3Fstate%3Dopen')
  })

  it.each(['next-auth.session-token', '__Host-next-auth.session-token'])(
    'with the cookie %s reaches the page, which checks it',
    async (name) => {
      const { status } = await send('/operations', { headers: { cookie: `a=b; ${name}=x` } })
      expect(status).toBe(200)
    },
  )

  it.each([
    '/sign-in',
    '/sign-in/code',
    '/welcome/token',
    '/api/health',
    '/mark.svg',
    '/_next/static/a.js',
  ])('to %s needs no session', async (path) => {
    expect((await send(path)).status).toBe(200)
  })

  it('gives pages their path, whatever the browser claims, and none of what Next adds', async () => {
    const headers = { cookie: COOKIE, 'x-paydesk-path': '/elsewhere', rsc: '1' }
    const page = await passed('/operations?state=open&_rsc=abc', { headers })
    expect(page.headers['x-paydesk-path']).toBe('/operations?state=open')
  })

  it.each([
    ['a page', '/operations', {}],
    ['a page that the router reads', '/operations?_rsc=abc', { rsc: '1' }],
  ])('to %s counts as use of the session', async (_, path, sent) => {
    const { headers } = await passed(path, { headers: { ...sent, cookie: COOKIE } })
    expect(headers['x-paydesk-use']).toBe('1')
  })

  it.each([
    ['what a page polls', '/api/operations/open', {}],
    ['a page that the router reads ahead', '/operations', { 'next-router-prefetch': '1' }],
    ['a part that the router reads ahead', '/x', { 'next-router-segment-prefetch': '/_tree' }],
    ['a page that the browser reads ahead', '/operations', { 'sec-purpose': 'prefetch;prerender' }],
    ['a page that reads itself anew', '/operations', { rsc: '1', 'x-paydesk-unattended': '1' }],
  ])('to %s is no use of the session, whatever the browser claims', async (_, path, sent) => {
    const given = { ...sent, cookie: COOKIE, 'x-paydesk-use': '1' }
    const { headers } = await passed(path, { headers: given })
    expect(headers['x-paydesk-use']).toBe('0')
  })

  it.each([
    ['203.0.113.7, 198.51.100.1', '203.0.113.7'],
    [undefined, '127.0.0.1'],
  ])('from %s comes with the address %s, whatever the browser claims', async (sent, address) => {
    const forwarded = sent === undefined ? {} : { 'x-forwarded-for': sent }
    const claimed = { 'x-paydesk-address': '192.0.2.66' }
    const given = Object.assign({ cookie: COOKIE }, claimed, forwarded)
    const { headers } = await passed('/operations', { headers: given })
    expect(headers['x-paydesk-address']).toBe(address)
  })

  it('with a malformed escape leads to a page that is not there, a read to 404', async () => {
    const page = await passed('/transactions/%E0%A4%A', { headers: { cookie: COOKIE } })
    expect(page.url).toBe('/no-such-page')
    expect((await send('/api/operations/%E0%A4%A')).status).toBe(404)
  })

  it.each(['TRACE', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'])('does not come by %s', async (method) => {
    const { status, headers } = await send('/api/health', { method })
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD, POST'])
  })
})

describe('the id of a request', () => {
  it('reaches the application and the answer: its own when it is a UUID', async () => {
    const id = '0b5f0a3e-4f6e-4c57-9d0f-0f3c5f1f2a11'
    const idOf = async (sent?: string) => {
      const given = sent === undefined ? {} : { 'x-request-id': sent }
      const headers = Object.assign({ cookie: COOKIE }, given)
      const answer = await send('/operations', { headers })
      const { headers: got, known } = JSON.parse(answer.text) as Passed
      expect(known).toBe(got['x-request-id'])
      expect(answer.headers['x-request-id']).toBe(got['x-request-id'])
      return got['x-request-id']
    }
    expect(await idOf(id)).toBe(id)
    expect(await idOf(id.replaceAll('-', '').toUpperCase())).toBe(id)
    for (const other of [undefined, '', 'a', '../../etc', `${id}0`, 'x'.repeat(5_000)]) {
      expect(await idOf(other)).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
    }
    expect(await idOf()).not.toBe(await idOf())
    const refused = await send('/operations', { method: 'TRACE', headers: { 'x-request-id': id } })
    expect(refused.headers['x-request-id']).toBe(id)
  })
})

describe('the metrics', () => {
  const isReader = async (headers: OutgoingHttpHeaders = {}, path = '/metrics') =>
    (await passed(path, { headers })).headers['x-paydesk-metrics']

  it('are for this machine, and for who has the token', async () => {
    expect(await isReader()).toBe('1')
    expect(await isReader({ authorization: 'Bearer the-token-of-prometheus-1' })).toBe('1')
  })

  it.each([
    { 'x-forwarded-for': '127.0.0.1' },
    { 'x-real-ip': '127.0.0.1' },
    { forwarded: 'for=127.0.0.1' },
    { via: '1.1 proxy' },
    { authorization: 'Bearer the-token-of-prometheus-2' },
    { authorization: 'Bearer ' },
    { authorization: 'Basic dGhlOnRva2Vu' },
    { 'x-forwarded-for': '127.0.0.1', 'x-paydesk-metrics': '1' },
  ])('are not for a request with %o', async (headers) => {
    expect(await isReader(headers)).toBe('0')
  })

  it('are at one address only', async () => {
    expect(await isReader({}, '/api/health')).toBe('0')
    expect((await send('/metrics/')).status).toBe(307)
  })
})

describe('the policy of a page', () => {
  it('has a nonce that the application receives, and that no client chooses', async () => {
    const forged = "script-src 'nonce-forged'"
    const first = await send('/sign-in', { headers: { 'content-security-policy': forged } })
    const reported = (JSON.parse(first.text) as Passed).headers['content-security-policy']
    expect(reported).toBe(first.headers['content-security-policy'])
    expect(reported).not.toContain('forged')
    expect((await send('/sign-in')).headers['content-security-policy']).not.toBe(reported)
  })

  it('comes with HSTS when people open the application by https', async () => {
    expect((await send('/sign-in')).headers['strict-transport-security']).toContain('max-age=')
  })
})

it.each([
  ['/api/batches/files', LIMITS.batch.fileBytes, 200],
  ['/api/batches/files', LIMITS.batch.fileBytes + 1, 413],
  ['/api/batches/other', LIMITS.edge.bodyBytes + 1, 413],
])(
  'a file for a batch may be as large as one may be, and no other post: %s, %i',
  async (...sent) => {
    const [path, length, status] = sent
    const body = status === 200 ? 'x'.repeat(length) : ''
    const headers = { ...OWN, cookie: COOKIE, 'content-length': length }
    expect((await send(path, { method: 'POST', headers, body })).status).toBe(status)
  },
)

describe('a post to a page', () => {
  const action = { ...OWN, 'next-action': 'abc' }

  it.each([undefined, 'https://evil.example', 'http://localhost:3001', 'null'])(
    'from the origin %s is refused in words',
    async (origin) => {
      const headers = { cookie: COOKIE, 'next-action': 'abc', ...(origin && { origin }) }
      const { status, text } = await send('/transactions', { method: 'POST', headers })
      expect(status).toBe(403)
      expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'foreign_origin' } })
    },
  )

  it('passes with its body when it calls an action with a session cookie', async () => {
    const headers = { ...action, cookie: COOKIE, 'content-length': 2 }
    const { body } = await passed('/transactions', { method: 'POST', headers, body: '[]' })
    expect(body).toBe('[]')
  })

  it('is refused when it calls an action without one, unless that signs in', async () => {
    const sent = { method: 'POST', headers: action }
    expect(await send('/transactions', sent)).toMatchObject({ status: 401, text: 'not_signed_in' })
    const headers = { ...action, 'content-length': 2 }
    for (const path of ['/sign-in', '/sign-in/code', '/welcome/token']) {
      expect((await send(path, { method: 'POST', headers, body: '[]' })).status).toBe(200)
    }
    const further = await send('/welcome/token/further', { method: 'POST', headers, body: '[]' })
    expect(further.status).toBe(401)
  })

  it('is bounded although it does not state its length, as when Next sends it on', async () => {
    const headers = { ...action, cookie: COOKIE, 'transfer-encoding': 'chunked' }
    const sent = { method: 'POST', headers, body: '[1]' }
    expect((await passed('/transactions', sent)).body).toBe('[1]')
    const large = { ...sent, body: `["${'x'.repeat(LIMITS.edge.bodyBytes)}"]` }
    expect((await send('/transactions', large)).status).toBe(413)
  })

  it('whose arguments are malformed is refused', async () => {
    const headers = { ...action, cookie: COOKIE, 'content-length': 2 }
    expect((await send('/transactions', { method: 'POST', headers, body: '[{' })).status).toBe(400)
  })

  it('passes as the form that signs in, with its body', async () => {
    const body = '--x\r\nContent-Disposition: form-data; name="$ACTION_ID_ab"\r\n\r\n\r\n--x--\r\n'
    const headers = { ...OWN, 'content-type': MULTIPART, 'content-length': body.length }
    const page = await passed('/sign-in', { method: 'POST', headers, body })
    expect(page.body).toBe(body)
    const elsewhere = { method: 'POST', headers: { ...headers, cookie: COOKIE }, body }
    expect((await send('/transactions', elsewhere)).status).toBe(400)
  })

  it.each([
    [MULTIPART, 'nonsense'],
    [MULTIPART, '--x--\r\n'],
    ['multipart/form-data', 'nonsense'],
    ['text/plain', 'x'],
  ])('as a malformed form of %s is refused: %s', async (type, body) => {
    const headers = { ...OWN, 'content-type': type, 'content-length': body.length }
    expect((await send('/sign-in', { method: 'POST', headers, body })).status).toBe(400)
  })
})
