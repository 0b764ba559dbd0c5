import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { capability } from '@/lib/domain/rules/capability'
import { DEMO_ENTITY, DEMO_TOKEN } from '@/sandbox/oppwa/channels'
import type { Payment } from '@/sandbox/oppwa/payment'
import { TestSandbox } from '@/sandbox/testing/test-sandbox'
import type { ListResult, ProviderClient } from '../port'
import { buildTree } from './entries/payment-tree'
import { command } from './fixtures'
import { createOppwaClient } from './index'
import { mapTree } from './mapper'
import { oppwaEntry } from './schema'
import { OppwaSession } from './session'
import { oppwaSettings } from './settings'
import { readOppwaWebhook } from './webhook'

const SECOND_ENTITY = '8ac7a4ca7a11000001900000000000d2'
const SECRET = { accessToken: DEMO_TOKEN, environment: 'test', queriesPerMinute: 1_000 }

let sandbox: TestSandbox
let client: ProviderClient

beforeAll(async () => {
  sandbox = await TestSandbox.start()
  client = clientOf({})
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.control('DELETE', 'faults')
  await sandbox.control('PUT', 'oppwa/settings', { queriesPerMinute: null, singleRefund: false })
})

function clientOf(settings: object, baseUrl = `${sandbox.url}/oppwa`, accountId = DEMO_ENTITY) {
  const secret = { ...SECRET, ...settings }
  return createOppwaClient({ connectionId: 'c', accountId, baseUrl, secret })
}

async function createPayment(options: object = {}): Promise<string> {
  const { id } = await sandbox.control<{ id: string }>('POST', 'oppwa/transactions', options)
  return id
}

async function entries(id: string): Promise<Payment[]> {
  return (await sandbox.control<{ entries: Payment[] }>('GET', `oppwa/transactions/${id}`)).entries
}

/** The ids of all payments in a client's list. */
async function listAll({ listTransactions }: ProviderClient): Promise<readonly string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page: ListResult | undefined = await listTransactions?.(cursor, null)
    if (page?.ok !== true) throw new Error(page?.message ?? 'there is no list')
    ids.push(...page.snapshots.map((one) => one.providerTransactionId))
    cursor = page.next
  } while (cursor !== null)
  return ids
}

function code(text: string): object {
  return { result: { code: text } }
}

describe('OPPWA, known defects of requests', () => {
  it('known defect 9: an empty id is refused here, since it would begin a new payment', async () => {
    const sent = await client.send(command(''))
    expect(sent.result.outcome).toBe('not_sent')
    const session = new OppwaSession(
      { baseUrl: `${sandbox.url}/oppwa` },
      oppwaSettings.parse(SECRET),
    )
    const form = `entityId=${DEMO_ENTITY}&paymentType=CP&amount=60.00&currency=EUR`
    const response = await session.post('/v1/payments/', form, 2_000, () => Infinity)
    if (response.kind !== 'answer') throw new Error(response.problem.code)
    expect(response.status).toBe(400)
    expect(response.body).toContain('must be one of PA, DB, CD, PA.CP')
    expect(response.body).toContain('card.number')
  })

  it('known defect 10: a reversal of everything leaves the amount out', async () => {
    const { url, received } = await listen()
    await clientOf({}, url).send(command('pa-1', { kind: 'void' }))
    const form = new URLSearchParams(received.at(-1)?.body)
    expect(form.get('paymentType')).toBe('RV')
    expect([form.has('amount'), form.has('currency')]).toEqual([false, false])
  })

  it.each([
    [9_200, '92.00'],
    [100_000, '1000.00'],
    [30, '0.30'],
  ])('known defect 11: %i minor units are sent as %s', async (amountMinor, wire) => {
    const { url, received } = await listen()
    await clientOf({}, url).send(command('pa-1', { amountMinor }))
    expect(new URLSearchParams(received.at(-1)?.body).get('amount')).toBe(wire)
  })

  it('known defect 12: an operation keeps its reference when it is read', async () => {
    const id = await createPayment()
    const unanswered = command(id)
    await sandbox.fault({ match: { operation: 'capture' }, action: { type: 'drop' } })
    expect((await client.send(unanswered)).result.outcome).toBe('unknown')
    const { reference } = unanswered
    const read = await client.readTransaction({
      ...unanswered.transaction,
      operationReference: reference,
    })
    if (!read.ok) throw new Error(read.message)
    expect(read.snapshot.events.at(-1)).toMatchObject({ reference, state: 'succeeded' })
    expect(await entries(id)).toHaveLength(2)
  })

  it('known defect 13: all filters of a list are in its address', async () => {
    const { url, received } = await listen()
    await clientOf({ dateSearch: true }, url).listTransactions?.(null, null)
    const query = new URL(received.at(0)?.url ?? '', url).searchParams
    expect([...query.keys()]).toEqual([
      ...['entityId', 'includeLinkedTransactions', 'paymentTypes', 'date.from', 'date.to'],
      ...['limit', 'pageNo'],
    ])
  })

  it('known defect 14: token and entity are where they belong, on queries and on operations', async () => {
    const { url, received } = await listen()
    await clientOf({}, url).send(command('pa-1'))
    const [query, operation] = received
    expect(query?.authorization).toBe(`Bearer ${DEMO_TOKEN}`)
    expect(new URL(query?.url ?? '', url).searchParams.get('entityId')).toBe(DEMO_ENTITY)
    expect(operation?.authorization).toBe(`Bearer ${DEMO_TOKEN}`)
    expect(operation?.url).toBe('/v1/payments/pa-1')
    expect(new URLSearchParams(operation?.body).get('entityId')).toBe(DEMO_ENTITY)
  })
})

describe('OPPWA, known defects of payments', () => {
  it('known defect 15: a later failed attempt with the same reference changes nothing', () => {
    const common = { paymentType: 'DB', merchantTransactionId: 'order-1001' }
    const paid = {
      ...common,
      id: 'db-1',
      amount: '100.00',
      currency: 'EUR',
      ...code('000.000.000'),
    }
    const failed = { ...common, id: 'db-2', ...code('800.100.153') }
    const built = buildTree(
      [
        { ...paid, timestamp: '2026-03-05 13:00:00+0000' },
        { ...failed, timestamp: '2026-03-05 13:05:00+0000' },
      ].map((entry) => oppwaEntry.parse(entry)),
      'db-1',
      { environment: 'live' },
    )
    const mapped = built.ok ? mapTree(built.tree, oppwaSettings.parse(SECRET)) : built
    expect(mapped).toMatchObject({ ok: true, snapshot: { totals: { capturedMinor: 10_000 } } })
    if (mapped.ok) expect(mapped.snapshot.events).toHaveLength(1)
  })

  it('known defect 20: a report about another payment is not taken for this one', async () => {
    const report = { id: 'other', paymentType: 'PA', amount: '1.00', currency: 'EUR' }
    const { url } = await listen({ ...report, ...code('000.000.000') })
    const locator = { providerTransactionId: 'pa-1', orderReference: null }
    expect(await clientOf({}, url).readTransaction(locator)).toMatchObject({ problem: 'malformed' })
  })

  it('known defect 21: an ended session proves nothing: it is not "not found"', async () => {
    const { url } = await listen(code('200.300.404'), 400)
    const locator = { providerTransactionId: 'pa-1', orderReference: null }
    expect(await clientOf({}, url).readTransaction(locator)).toMatchObject({
      problem: 'unavailable',
    })
  })

  it('known defect 23: every entity of the merchant is read, and operations use the right one', async () => {
    const id = await createPayment({ accountId: SECOND_ENTITY })
    const locator = { providerTransactionId: id, orderReference: null }
    expect(await client.readTransaction(locator)).toMatchObject({ problem: 'not_found' })
    const both = clientOf({ otherEntityId: SECOND_ENTITY })
    expect(await both.readTransaction(locator)).toMatchObject({ ok: true })
    expect((await both.send(command(id))).result.outcome).toBe('succeeded')
    const listed = await listAll(clientOf({ otherEntityId: SECOND_ENTITY, dateSearch: true }))
    expect(listed).toContain(id)
  })

  it('are all listed, however few the provider gives at a time, and none twice', async () => {
    const ids = [
      await createPayment(),
      await createPayment({ status: 'CAPTURED' }),
      await createPayment(),
    ]
    await sandbox.control('PUT', 'oppwa/settings', { largestPage: 2 })
    const listed = await listAll(clientOf({ dateSearch: true }))
    await sandbox.control('PUT', 'oppwa/settings', { largestPage: 500 })
    expect(listed).toEqual(expect.arrayContaining(ids))
    expect(new Set(listed).size).toBe(listed.length)
  })

  it('are listed once by a provider that has but one page and always gives it', async () => {
    const { url, received } = await listen({
      result: { code: '000.000.100' },
      payments: [OPEN_PAYMENT],
    })
    expect(new Set(await listAll(clientOf({ dateSearch: true }, url)))).toEqual(new Set(['pa-1']))
    expect(received.filter((call) => call.url.startsWith('/v3/query?'))).toHaveLength(2)
  })

  it('known defect 24: a refund names the right one of several captures', async () => {
    const id = await createPayment()
    for (const amountMinor of [30_000, 70_000]) await client.send(command(id, { amountMinor }))
    const refund = command(id, { kind: 'refund', amountMinor: 50_000 })
    expect((await client.send(refund)).result.outcome).toBe('succeeded')
    const [, , large, made] = await entries(id)
    expect(made).toMatchObject({ type: 'RF', referencedId: large?.id })
  })

  it('known defect 25: where one capture closes an authorization, nothing is left for a second', async () => {
    const id = await createPayment({ status: 'PARTIALLY_CAPTURED', amount: 10_000 })
    const single = clientOf({ multipleCaptures: false })
    const read = await single.readTransaction({ providerTransactionId: id, orderReference: null })
    expect(read).toMatchObject({
      snapshot: { totals: { authorizedMinor: 10_000, capturedMinor: 5_000, releasedMinor: 5_000 } },
    })
    expect(read).toMatchObject({ snapshot: { flags: ['single_capture'] } })
  })

  it('known defect 27: no refund is offered where the method has none', () => {
    const totals = { authorizedMinor: 1, capturedMinor: 1, refundedMinor: 0, releasedMinor: 0 }
    const situation = { provider: 'oppwa', status: 'captured', amountMinor: 1, flags: [] } as const
    const payment = { ...situation, totals, events: [], operations: [], openOperation: null }
    expect(capability('refund', { ...payment, method: 'oppwa.sofortueberweisung' })).toMatchObject({
      denialReason: 'refund_unsupported',
    })
    expect(capability('refund', { ...payment, method: 'oppwa.visa' }).allowed).toBe(true)
  })
})

describe('OPPWA, known defects of webhooks', () => {
  const key = '00'.repeat(32)
  const received: { request: IncomingMessage; body: string }[] = []
  let server: Server

  beforeAll(async () => {
    server = createServer((request, response) => {
      void readBody(request).then((body) => {
        received.push({ request, body })
        response.end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => server.close())
  afterEach(() => received.splice(0))

  function address(): string {
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  }

  async function sendFrom(id: string, options: object): Promise<void> {
    const path = `oppwa/transactions/${id}/webhook`
    await sandbox.control('POST', path, { url: address(), secret: key, ...options })
  }

  function reading(index: number, change: { readonly body?: string } = {}) {
    const call = received[index]
    const headers = Object.fromEntries(
      Object.entries(call?.request.headers ?? {}).map(([name, value]) => [name, String(value)]),
    )
    return readOppwaWebhook(
      {
        rawBody: Buffer.from(change.body ?? call?.body ?? ''),
        headers,
        query: new URLSearchParams(),
        pathWithQuery: '/hook',
        method: 'POST',
      },
      { ...SECRET, webhookKey: key },
      new Date(),
    )
  }

  it('known defect 16: a notice that comes twice is one, and a new result is another', async () => {
    const id = await createPayment()
    await sendFrom(id, { times: 2 })
    expect(reading(0)).toMatchObject({ ok: true, notice: { providerTransactionId: id } })
    expect(reading(1)).toEqual(reading(0))
  })

  it('known defect 17: bad hex is malformed, which is answered at once and not repeated', async () => {
    await sendFrom(await createPayment(), {})
    expect(reading(0, { body: 'no hex' })).toEqual({ ok: false, problem: 'malformed' })
  })

  it('known defect 18: the raw body and the one inside JSON are both taken', async () => {
    const id = await createPayment()
    for (const wrapper of ['none', 'JSON']) await sendFrom(id, { wrapper })
    expect([reading(0), reading(1)]).toMatchObject([{ ok: true }, { ok: true }])
  })

  it('known defect 19: the portal’s test request is taken, so that the webhook becomes active', async () => {
    const options = { entityId: DEMO_ENTITY, url: address(), key }
    const made = await sandbox.control<{ active: boolean }>('POST', 'oppwa/webhooks', options)
    expect(made.active).toBe(true)
    expect(reading(0)).toMatchObject({ ok: true, notice: { providerTransactionId: null } })
  })
})

interface ReceivedCall {
  readonly url: string
  readonly authorization: string | undefined
  readonly body: string
}

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

const OPEN_PAYMENT = {
  id: 'pa-1',
  paymentType: 'PA',
  amount: '1000.00',
  currency: 'EUR',
  timestamp: '2026-03-05 13:00:00+0000',
  result: { code: '000.100.110' },
}

/** A server that records its requests and always responds the same. */
async function listen(reply: object = OPEN_PAYMENT, status = 200) {
  const received: ReceivedCall[] = []
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      received.push({ url: request.url ?? '', authorization: request.headers.authorization, body })
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(reply))
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}
