import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DEMO, TestSandbox } from '@/sandbox/testing/test-sandbox'
import type { OperationCommand, ProviderClient } from '../port'
import { fixtures } from './fixtures'
import { createDinteroClient } from './index'

const ID = fixtures.authorized.id

let sandbox: TestSandbox
let client: ProviderClient

beforeAll(async () => {
  sandbox = await TestSandbox.start()
  const baseUrl = `${sandbox.url}/dintero/v1`
  const secret = { clientId: DEMO.id, clientSecret: DEMO.secret }
  client = createDinteroClient({ connectionId: 'c', accountId: DEMO.account, baseUrl, secret })
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.control('DELETE', 'faults')
  await sandbox.control('DELETE', 'calls')
})

const read = () => client.readTransaction({ providerTransactionId: ID, orderReference: null })

function answerWith(operation: string, status: number, body: unknown) {
  return sandbox.fault({ match: { operation }, action: { type: 'status', status, body } })
}

function command(change: Partial<OperationCommand> = {}): OperationCommand {
  return {
    kind: 'capture',
    transaction: { providerTransactionId: ID, orderReference: null },
    method: 'klarna.klarna',
    amountMinor: 100,
    currency: 'NOK',
    lines: [],
    newItems: null,
    reference: 'pd-1',
    operationId: 'op-1',
    reason: null,
    sendBeforeMs: () => Infinity,
    ...change,
  }
}

describe('reading a payment of Dintero', () => {
  it('gives the requested payment', async () => {
    await answerWith('read', 200, fixtures.authorized)
    expect(await read()).toMatchObject({ ok: true, snapshot: { providerTransactionId: ID } })
  })

  it('believes no answer about another payment', async () => {
    await answerWith('read', 200, { ...fixtures.authorized, id: `${ID}x` })
    expect(await read()).toMatchObject({ ok: false, problem: 'malformed' })
  })

  it.each([
    [404, 'not_found'],
    [500, 'unavailable'],
    [429, 'unavailable'],
    [202, 'unavailable'],
  ])('%i: is reported as %s', async (status, problem) => {
    await answerWith('read', status, { error: { message: 'no' } })
    expect(await read()).toMatchObject({ ok: false, problem })
  })

  it.each([401, 403])('%i, twice: is told as unauthorized', async (status) => {
    await answerWith('read', status, { error: { message: 'no' } })
    await answerWith('read', status, { error: { message: 'no' } })
    expect(await read()).toMatchObject({ ok: false, problem: 'unauthorized' })
  })

  it.each([
    ['no payment', { id: ID }],
    ['a list', []],
  ])('%s: is reported as malformed', async (_, body) => {
    await answerWith('read', 200, body)
    expect(await read()).toMatchObject({ ok: false, problem: 'malformed' })
  })

  it('reports a response that is no JSON as malformed', async () => {
    await sandbox.fault({
      match: { operation: 'read' },
      action: { type: 'malformed', kind: 'html' },
    })
    const { id: providerTransactionId } = await sandbox.createTransaction()
    const locator = { providerTransactionId, orderReference: null }
    expect(await client.readTransaction(locator)).toMatchObject({ problem: 'malformed' })
  })
})

describe('sending to Dintero', () => {
  it('keeps what went out and came back, without personal data', async () => {
    const body = { error: { code: 'X', message: 'no' } }
    await answerWith('capture', 400, body)
    const { result, httpExchange } = await client.send(command())
    expect(result).toMatchObject({ outcome: 'refused', refusal: { code: 'X' } })
    expect(httpExchange).toMatchObject({
      method: 'POST',
      path: `/transactions/${ID}/capture`,
      status: 400,
      problem: null,
    })
    expect(JSON.parse(httpExchange.requestBody ?? '')).toMatchObject({ amount: 100 })
    expect(JSON.parse(httpExchange.responseBody ?? '')).toEqual(body)
  })

  it('sends nothing once it is too late to begin', async () => {
    await client.checkConnection()
    await sandbox.control('DELETE', 'calls')
    const { result } = await client.send(command({ sendBeforeMs: () => performance.now() - 1 }))
    expect(result.outcome).toBe('not_sent')
    expect(await sandbox.calls()).toEqual([])
  })
})
