import { Agent, request as httpRequest } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { call, TestSandbox, until, type ApiClient } from '../testing/test-sandbox'

const BODY = { amount: 400, capture_reference: 'cap-1' }
const ON_CAPTURE = { operation: 'capture' }

let sandbox: TestSandbox
let api: ApiClient
let id: string
beforeAll(async () => {
  sandbox = await TestSandbox.start()
})
beforeEach(async () => {
  await sandbox.control('POST', 'reset')
  api = await sandbox.signIn()
  id = (await sandbox.createTransaction({ amount: 1000 })).id
})
afterAll(() => sandbox.close())

function capture(headers: Record<string, string> = {}): ReturnType<ApiClient['operate']> {
  return api.operate(id, 'capture', BODY, headers)
}

async function captured(): Promise<number> {
  return (await sandbox.totals(id)).captured
}

/** A capture whose client gives up after a while. */
function impatientCapture(waitMs: number): Promise<Response> {
  return fetch(`${sandbox.url}/dintero/v1/transactions/${id}/capture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(BODY),
    signal: AbortSignal.timeout(waitMs),
  })
}

describe('sandbox fault', () => {
  it.each([
    ['before', 0, false],
    ['after', 400, true],
  ])('drop %s the effect', async (when, sum, effect) => {
    await sandbox.fault({ match: ON_CAPTURE, action: { type: 'drop', when } })
    await expect(capture()).rejects.toThrow('fetch failed')
    expect(await captured()).toBe(sum)
    expect((await sandbox.calls()).at(-1)).toMatchObject({ responseStatus: 'dropped', effect })
  })

  it.each([
    ['before', 0],
    ['after', 400],
  ])('hang %s the effect', async (when, sum) => {
    await sandbox.fault({ match: ON_CAPTURE, action: { type: 'hang', when } })
    await expect(impatientCapture(300)).rejects.toThrow(/timeout/)
    expect(await captured()).toBe(sum)
    await until(async () => (await sandbox.calls()).at(-1)?.responseStatus === 'dropped')
  })

  it('delay: the effect is late, even after the client has disconnected', async () => {
    await sandbox.fault({ match: ON_CAPTURE, action: { type: 'delay', beforeMs: 500 } })
    await expect(impatientCapture(50)).rejects.toThrow(/timeout/)
    expect(await captured()).toBe(0)
    await until(async () => (await captured()) === 400)
    await until(async () => (await sandbox.calls()).at(-1)?.responseStatus === 'dropped')
  })

  it('delay: the response is late, the effect is not', async () => {
    await sandbox.fault({ match: ON_CAPTURE, action: { type: 'delay', afterMs: 400 } })
    const startMs = Date.now()
    const response = capture()
    await until(async () => (await captured()) === 400)
    expect((await sandbox.calls()).at(-1)?.responseStatus).toBeNull()
    expect((await response).status).toBe(200)
    expect(Date.now() - startMs).toBeGreaterThanOrEqual(399)
  })

  it.each([
    [{ status: 503 }, 0, 'Processor temporarily unavailable'],
    [{ status: 502 }, 0, '<html>'],
    [{ status: 500, when: 'after' }, 400, 'Internal Server Error'],
    [{ status: 429, headers: { 'retry-after': '7' } }, 0, 'Too Many Requests'],
    [{ status: 400, body: { error: 'plain text' } }, 0, '{"error":"plain text"}'],
    [{ status: 504, body: '<p>gateway</p>' }, 0, '<p>gateway</p>'],
  ])('status %j', async (part, sum, text) => {
    await sandbox.fault({ match: ON_CAPTURE, action: { type: 'status', ...part } })
    const got = await capture()
    expect(got.status).toBe(part.status)
    expect(got.text).toContain(text)
    if ('headers' in part) expect(got.headers.get('retry-after')).toBe('7')
    expect(await captured()).toBe(sum)
  })

  it.each(['json', 'html', 'empty', 'truncated'])('malformed %s', async (kind) => {
    for (const [when, sum] of [
      ['before', 0],
      ['after', 400],
    ] as const) {
      await sandbox.fault({ match: ON_CAPTURE, action: { type: 'malformed', kind, when } })
      const response = await impatientCapture(2000)
      expect(response.status).toBe(200)
      const text = await response.text()
      expect(() => JSON.parse(text) as unknown).toThrow()
      if (kind === 'html') expect(text).toContain('<html>')
      expect(await captured()).toBe(sum)
    }
  })
})

describe('sandbox fault of the response', () => {
  it('reset within the body', async () => {
    await sandbox.fault({ match: ON_CAPTURE, action: { type: 'reset-mid-body' } })
    const response = await impatientCapture(2000)
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow('terminated')
    expect(await captured()).toBe(400)
  })

  it('slow drip', async () => {
    await sandbox.fault({ match: ON_CAPTURE, action: { type: 'slow-drip', bytesPerSecond: 8000 } })
    const startMs = Date.now()
    const got = await capture()
    expect(got.body.status).toBe('PARTIALLY_CAPTURED')
    const dueMs = (got.text.length / 8000) * 1000
    expect(Date.now() - startMs).toBeGreaterThan(dueMs * 0.9)
  })

  it('oversized: valid JSON, but too long', async () => {
    await sandbox.fault({ match: ON_CAPTURE, action: { type: 'oversized', bytes: 3_000_000 } })
    const got = await capture()
    expect(Buffer.byteLength(got.text)).toBe(3_000_000)
    expect(got.body.id).toBe(id)
  })

  it("stale connection: a kept-alive socket is closed behind the client's back", async () => {
    await sandbox.fault({ match: { operation: 'read' }, action: { type: 'stale-connection' } })
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const closed = new Promise<void>((resolve) => {
      httpRequest(
        `${sandbox.url}/dintero/v1/transactions/${id}`,
        { agent, headers: { authorization: `Bearer ${api.token}` } },
        (response) => {
          expect(response.statusCode).toBe(200)
          expect(response.headers.connection).toBe('keep-alive')
          response.socket.once('close', () => resolve())
          response.resume()
        },
      ).end()
    })
    await closed
    agent.destroy()
  })

  it('alter: the response differs from the ledger', async () => {
    const set = { amount: 401, currency: 'SEK', id: 'T11112222.other', status: 'SETTLING' }
    await sandbox.fault({ match: ON_CAPTURE, action: { type: 'alter', set } })
    const { status, body } = await capture()
    expect(status).toBe(200)
    expect(body).toMatchObject({
      currency: 'SEK',
      id: 'T11112222.other',
      status: 'SETTLING',
      amount: 1000,
    })
    expect(body.events.at(-1)).toMatchObject({ event: 'CAPTURE', amount: 401 })
    expect(await captured()).toBe(400)
    await sandbox.fault({
      match: { operation: 'list' },
      action: { type: 'alter', set: { currency: 'SEK' } },
    })
    expect((await api.list('')).body[0]?.currency).toBe('SEK')
  })
})

describe('sandbox fault of the operation', () => {
  it.each([
    ['done', true, 400],
    ['refused', false, 0],
  ])('accepted, later %s', async (closeAs, success, sum) => {
    const action = { type: 'accepted', closeAfterMs: 60, closeAs }
    await sandbox.fault({ match: ON_CAPTURE, action })
    const got = await capture()
    expect(got.status).toBe(202)
    expect(got.body.events.at(-1)?.event).toBe('INITIATE_CAPTURE')
    await until(async () => (await sandbox.totals(id)).pending === 0)
    expect((await sandbox.truth(id)).events.at(-1)).toMatchObject({ event: 'CAPTURE', success })
    expect(await captured()).toBe(sum)
  })

  it('accepted and never closed', async () => {
    const action = { type: 'accepted', closeAfterMs: 0, closeAs: 'never' }
    await sandbox.fault({ match: ON_CAPTURE, action })
    expect((await capture()).status).toBe(202)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(await sandbox.totals(id)).toMatchObject({ pending: 1, captured: 0 })
  })

  it.each([
    ['status-400', 400, 2],
    ['failed-event', 200, 3],
  ])('refuse as %s', async (as, status, events) => {
    await sandbox.fault({ match: ON_CAPTURE, action: { type: 'refuse', as } })
    expect((await capture()).status).toBe(status)
    expect((await sandbox.truth(id)).events).toHaveLength(events)
    expect(await captured()).toBe(0)
  })

  it('lag: reads and lists show the state before for a while', async () => {
    await sandbox.fault({ match: ON_CAPTURE, action: { type: 'lag', ms: 800 } })
    expect((await capture()).body.status).toBe('PARTIALLY_CAPTURED')
    expect((await api.read(id)).body.status).toBe('AUTHORIZED')
    expect((await api.list('status=AUTHORIZED')).body.map((one) => one.id)).toContain(id)
    expect(await captured()).toBe(400)
    expect((await api.operate(id, 'capture', { amount: 601 })).status).toBe(400)
    await until(async () => (await api.read(id)).body.status === 'PARTIALLY_CAPTURED')
  })

  it('expire token: this call only', async () => {
    await sandbox.fault({ match: ON_CAPTURE, action: { type: 'expire-token' } })
    expect((await capture()).status).toBe(401)
    expect(await captured()).toBe(0)
    expect((await capture()).status).toBe(200)
  })

  it('two at the same time', async () => {
    const action = [{ type: 'lag', ms: 3000 }, { type: 'drop' }]
    await sandbox.fault({ match: ON_CAPTURE, action })
    await expect(capture()).rejects.toThrow('fetch failed')
    expect(await captured()).toBe(400)
    expect((await api.read(id)).body.events).toHaveLength(2)
  })

  it('in a header of the call', async () => {
    expect((await capture({ 'x-sandbox-fault': '{"type":"status","status":503}' })).status).toBe(
      503,
    )
    expect((await capture({ 'x-sandbox-fault': '{"type":"magic"}' })).status).toBe(400)
    expect((await capture({ 'x-sandbox-fault': '{' })).status).toBe(400)
    expect(await captured()).toBe(0)
  })
})

describe('sandbox queue of faults', () => {
  const failure = (status: number): object => ({ type: 'status', status })

  it('works first in, first out and counts hits', async () => {
    await sandbox.fault({ id: 'one', match: ON_CAPTURE, action: failure(500) })
    await sandbox.fault({ id: 'two', match: ON_CAPTURE, times: 2, action: failure(503) })
    const statuses: number[] = []
    for (let round = 0; round < 4; round += 1) statuses.push((await capture()).status)
    expect(statuses).toEqual([500, 503, 503, 200])
    expect(await sandbox.control('GET', 'faults')).toMatchObject([
      { id: 'one', hits: 1, active: false },
      { id: 'two', hits: 2, active: false },
    ])
    await sandbox.control('DELETE', 'faults')
    expect(await sandbox.control('GET', 'faults')).toEqual([])
  })

  it.each([
    [{ provider: 'dintero' }, true],
    [{ provider: 'other' }, false],
    [{ method: 'post' }, true],
    [{ method: 'GET' }, false],
    [{ path: '/capture$' }, true],
    [{ path: '^/capture' }, false],
    [{ transactionId: 'T11112222.nothing' }, false],
    [{ operation: 'refund' }, false],
    [{ operation: 'capture', method: 'POST' }, true],
    [{ operation: 'capture', method: 'PUT' }, false],
  ])('matches by %j: %s', async (match, hit) => {
    await sandbox.fault({ match, action: failure(500) })
    expect((await capture()).status).toBe(hit ? 500 : 200)
  })

  it('matches one transaction and the exact path', async () => {
    const path = `/dintero/v1/transactions/${id}/capture`
    await sandbox.fault({ match: { transactionId: id, path }, action: failure(500) })
    expect((await capture()).status).toBe(500)
  })

  it('hits always, or by a repeatable probability', async () => {
    const plan = { match: { operation: 'read' }, times: null, probability: 0.5, seed: 7 }
    const run = async (): Promise<string> => {
      await sandbox.fault({ ...plan, action: failure(500) })
      const statuses: number[] = []
      for (let round = 0; round < 20; round += 1) statuses.push((await api.read(id)).status)
      await sandbox.control('DELETE', 'faults')
      return statuses.join()
    }
    const first = await run()
    expect(await run()).toBe(first)
    expect(first).toContain('500')
    expect(first).toContain('200')
  })

  it('refuses invalid plans', async () => {
    const url = `${sandbox.url}/control/faults`
    for (const plan of [
      {},
      { action: { type: 'magic' } },
      { match: { unknown: 1 }, action: { type: 'drop' } },
      { action: { type: 'drop', when: 'never' } },
      { action: [] },
    ]) {
      expect((await call(url, 'POST', plan)).status).toBe(400)
    }
  })
})

describe('sandbox log of calls', () => {
  it('holds requests and responses', async () => {
    await capture()
    await api.operate(id, 'refund', { amount: 9999, refund_reference: 'ref-1' })
    const calls = (await sandbox.calls()).slice(-2)
    expect(calls).toMatchObject([
      {
        provider: 'dintero',
        operation: 'capture',
        method: 'POST',
        path: `/dintero/v1/transactions/${id}/capture`,
        transactionId: id,
        reference: 'cap-1',
        amountMinor: 400,
        responseStatus: 200,
        effect: true,
        faults: [],
      },
      {
        operation: 'refund',
        reference: 'ref-1',
        amountMinor: 9999,
        responseStatus: 400,
        effect: false,
      },
    ])
    const [first, second] = calls
    expect(first?.finishedAtMs).toBeGreaterThanOrEqual(first?.startedAtMs ?? Infinity)
    const since = await sandbox.control<object[]>('GET', `calls?since=${first?.seq}`)
    expect(since).toEqual([second])
    expect(await sandbox.control('GET', 'calls?provider=other')).toEqual([])
    await sandbox.control('DELETE', 'calls')
    expect(await sandbox.calls()).toEqual([])
  })
})
