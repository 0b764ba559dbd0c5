import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { sendRequest } from './send-request'

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

function serve(listener: RequestListener): Promise<string> {
  return listen(createServer(listener))
}

async function listen(listening: Server): Promise<string> {
  server = listening
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`
}

function selfSigned() {
  const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))
  return { key: fixture('self-signed.key.pem'), cert: fixture('self-signed.cert.pem') }
}

function post(url: string, timeoutMs = 2_000) {
  return sendRequest({
    provider: 'dintero',
    method: 'POST',
    url,
    headers: {},
    body: '{}',
    timeoutMs,
  })
}

describe('sendRequest', () => {
  it('brings status, headers and body, whatever the status', async () => {
    const url = await serve((_, response) => response.writeHead(409, { 'x-a': 'b' }).end('no'))
    const response = await post(url)
    expect(response).toMatchObject({ kind: 'answer', status: 409, body: 'no' })
    if (response.kind === 'answer') expect(response.headers['x-a']).toBe('b')
  })

  it('follows no redirect', async () => {
    const url = await serve((_, response) =>
      response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    )
    expect(await post(url)).toMatchObject({ kind: 'answer', status: 302 })
  })

  it.each([
    ['a refused connection', 'http://127.0.0.1:1/'],
    ['a name that does not exist', 'http://nobody.invalid/'],
  ])('proves that nothing left for %s', async (_, url) => {
    expect((await post(url)).kind).toBe('not_sent')
  })

  it('proves that nothing left for a certificate that is not to be trusted', async () => {
    let calls = 0
    const url = await listen(
      createSecureServer(selfSigned(), (_, response) => {
        calls += 1
        response.end()
      }),
    )
    expect((await post(url.replace('http:', 'https:'))).kind).toBe('not_sent')
    expect(calls).toBe(0)
  })

  it('gets no response where the other side does not speak TLS, which proves nothing', async () => {
    const url = await serve((_, response) => response.end())
    expect((await post(url.replace('http:', 'https:'))).kind).toBe('no_response')
  })

  it('sends nothing once it is too late to start', async () => {
    let calls = 0
    const url = await serve((_, response) => {
      calls += 1
      response.end()
    })
    const late = {
      provider: 'dintero',
      method: 'POST',
      url,
      headers: {},
      body: '{}',
      timeoutMs: 2_000,
    } as const
    expect(await sendRequest({ ...late, startBeforeMs: () => 0 })).toEqual({
      kind: 'not_sent',
      problem: { code: 'too_late' },
    })
    expect(calls).toBe(0)
    const inTime = await sendRequest({ ...late, startBeforeMs: () => Infinity })
    expect(inTime.kind).toBe('answer')
  })

  it('sends nothing after being suspended until the connection is made', async () => {
    let calls = 0
    const url = await serve((_, response) => {
      calls += 1
      response.end()
    })
    const latestMs = performance.now() + 50
    const sent = sendRequest({
      provider: 'dintero',
      method: 'POST',
      url,
      headers: {},
      body: '{}',
      timeoutMs: 2_000,
      startBeforeMs: () => latestMs,
    })
    const until = performance.now() + 100
    while (performance.now() < until);
    expect((await sent).kind).toBe('not_sent')
    expect(calls).toBe(0)
  })

  it('gets no response when the connection breaks before one', async () => {
    const url = await serve((request) => request.socket.destroy())
    expect((await post(url)).kind).toBe('no_response')
  })

  it('gets no response when the body breaks off', async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half')
      setTimeout(() => request.socket.destroy(), 20)
    })
    expect((await post(url)).kind).toBe('no_response')
  })

  it('gets no response when it takes too long, also when it drips', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(timer))
    })
    expect(await post(url, 150)).toEqual({
      kind: 'no_response',
      problem: { code: 'no_answer_in_time' },
    })
  })

  it('gets no response when it is larger than the bound', async () => {
    const url = await serve((_, response) => response.end(Buffer.alloc(11 * 1024 * 1024)))
    expect(await post(url, 10_000)).toEqual({
      kind: 'no_response',
      problem: { code: 'answer_too_large' },
    })
  })
})
