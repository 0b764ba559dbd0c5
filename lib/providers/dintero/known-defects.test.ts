import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import { attributeByEvents } from '@/lib/domain/evidence/attribution'
import { DEFAULT_SETTINGS } from '@/sandbox/dintero/settings'
import { DEMO, OTHER, TestSandbox } from '@/sandbox/testing/test-sandbox'
import type { OperationCommand, ProviderClient } from '../port'
import { errorMessage } from './errors'
import { createDinteroClient } from './index'

/**
 * Faults of other clients of this provider (fact sheet §15), each by its number there, against the
 * sandbox. Those that never reach it are in known-defects-rules.test.ts, 13 in
 * request-body.test.ts. 1 needs the database too: two captures at once in
 * lib/operations/capture-payment; so do 28 and 29: calls that come twice or about unknown payments,
 * in lib/repair/read-deliveries and the route of webhooks.
 */

const AMOUNT_MINOR = 40_000
const SECRET = { clientId: DEMO.id, clientSecret: DEMO.secret }

let sandbox: TestSandbox
let client: ProviderClient

beforeAll(async () => {
  sandbox = await TestSandbox.start()
  client = clientOf()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.control('DELETE', 'faults')
  await sandbox.configure({ ...DEFAULT_SETTINGS, pendingMs: 50 })
})

function clientOf(accountId = DEMO.account): ProviderClient {
  const baseUrl = `${sandbox.url}/dintero/v1`
  return createDinteroClient({ connectionId: 'c', accountId, baseUrl, secret: SECRET })
}

function command(id: string, change: Partial<OperationCommand> = {}): OperationCommand {
  return {
    kind: 'capture',
    transaction: { providerTransactionId: id, orderReference: null },
    method: 'klarna.klarna',
    amountMinor: AMOUNT_MINOR,
    currency: 'NOK',
    lines: [],
    newItems: null,
    reference: `pd-${crypto.randomUUID()}`,
    operationId: crypto.randomUUID(),
    reason: null,
    sendBeforeMs: () => Infinity,
    ...change,
  }
}

async function verdictOnRead(sent: OperationCommand): Promise<string> {
  const read = await client.readTransaction(sent.transaction)
  if (!read.ok) throw new Error(read.message)
  return attributeByEvents(read.snapshot.events, sent, sent.amountMinor).kind
}

async function callsOf(operation: string, id?: string): Promise<number> {
  const calls = await sandbox.calls()
  return calls.filter(
    (call) => call.operation === operation && (id === undefined || call.transactionId === id),
  ).length
}

describe('Dintero, known defects of access', () => {
  const match = { operation: 'capture' }

  it.each([401, 403])(
    'known defect 25: a token refused early with %i is renewed once',
    async (status) => {
      await sandbox.configure({ rejectedTokenStatus: status })
      const { id } = await sandbox.createTransaction()
      await client.readTransaction(command(id).transaction)
      const tokens = await callsOf('token')
      await sandbox.fault({ match, action: { type: 'expire-token' } })
      expect((await client.send(command(id))).result.outcome).toBe('succeeded')
      expect([await callsOf('capture', id), await callsOf('token')]).toEqual([2, tokens + 1])
      expect(await sandbox.totals(id)).toMatchObject({ captured: AMOUNT_MINOR, captures: 1 })
    },
  )

  it.each([401, 403])(
    'known defect 25: refused twice with %i is the answer, no loop',
    async (status) => {
      await sandbox.configure({ rejectedTokenStatus: status })
      const { id } = await sandbox.createTransaction()
      await sandbox.fault({ match, times: null, action: { type: 'expire-token' } })
      expect((await client.send(command(id))).result.outcome).toBe('refused')
      expect(await callsOf('capture', id)).toBe(2)
      expect((await sandbox.totals(id)).captured).toBe(0)
    },
  )

  it('known defect 27: no token is used for another account', async () => {
    const { id } = await sandbox.createTransaction()
    expect((await client.readTransaction(command(id).transaction)).ok).toBe(true)
    const sent = await clientOf(OTHER.account).send(command(id))
    expect(sent.result.outcome).toBe('not_sent')
    expect(await callsOf('capture', id)).toBe(0)
  })
})

describe('Dintero, known defects of responses', () => {
  it('known defect 16: a void has no body, not even null', async () => {
    const { id } = await sandbox.createTransaction()
    const sent = await client.send(command(id, { kind: 'void', amountMinor: 100_000 }))
    expect(sent.httpExchange.requestBody).toBeNull()
    expect(sent.result.outcome).toBe('succeeded')
    const api = await sandbox.signIn()
    const again = await sandbox.createTransaction()
    expect((await api.operate(again.id, 'void', 'null')).status).toBe(400)
  })

  it('known defect 17: an operation without a response is found by reading, never by sending again', async () => {
    expect(LIMITS.provider.writeTimeoutMs).toBeGreaterThanOrEqual(30_000)
    const { id } = await sandbox.createTransaction({ behaviour: 'capture-timeout' })
    const sent = command(id)
    expect((await client.send(sent)).result.outcome).toBe('unknown')
    expect(await callsOf('capture', id)).toBe(1)
    expect(await verdictOnRead(sent)).toBe('succeeded')
  })

  it.each([
    ['capture-202', 'succeeded'],
    ['capture-202-refused', 'refused'],
  ])('known defect 18: 202 is pending, neither done nor failed: %s', async (behaviour, end) => {
    await sandbox.configure({ pendingMs: 200 })
    const { id } = await sandbox.createTransaction({ behaviour })
    const sent = command(id)
    expect((await client.send(sent)).result.outcome).toBe('pending')
    await expect.poll(() => verdictOnRead(sent)).toBe(end)
  })

  it('known defect 19: an error that is no JSON leaves the outcome open, and is readable', async () => {
    const { id } = await sandbox.createTransaction()
    const action = { type: 'status', status: 502, body: '<html>Bad Gateway</html>' }
    await sandbox.fault({ match: { operation: 'capture' }, action })
    expect((await client.send(command(id))).result).toEqual({
      outcome: 'unknown',
      message: { code: 'http_status', values: { status: 502 } },
    })
  })

  it.each([
    [{ error: { code: 'NOT FOUND', message: 'Transaction not found', errors: [] } }],
    [{ error: { message: 'Transaction not found' } }],
    [{ error: 'Transaction not found' }],
    [{ message: 'Transaction not found' }],
  ])('known defect 20: the provider’s words are found in %j', (body) => {
    expect(errorMessage(JSON.stringify(body))?.message).toBe('Transaction not found')
  })

  it('known defect 26: an amount with a fraction is refused by the sandbox', async () => {
    const { id } = await sandbox.createTransaction()
    expect((await client.send(command(id, { amountMinor: 99.5 }))).result.outcome).toBe('refused')
  })

  it('known defect 32: 200 with a failed event is a refusal', async () => {
    const { id } = await sandbox.createTransaction({
      status: 'CAPTURED',
      behaviour: 'refuse-refund-200',
    })
    const { result, httpExchange } = await client.send(command(id, { kind: 'refund' }))
    expect(httpExchange.status).toBe(200)
    expect(result).toMatchObject({ outcome: 'refused', refusal: { code: 'REFUND_NOT_ALLOWED' } })
    expect((await sandbox.totals(id)).refunded).toBe(0)
  })

  it('known defect 33: partly captured is a success only with an event of ours', async () => {
    const { id } = await sandbox.createTransaction()
    const first = command(id)
    expect((await client.send(first)).result).toMatchObject({
      outcome: 'succeeded',
      snapshot: { providerStatus: 'PARTIALLY_CAPTURED' },
    })
    const body = (await (await sandbox.signIn()).read(id)).body
    const action = { type: 'status', status: 200, body, when: 'before' }
    await sandbox.fault({ match: { operation: 'capture' }, action })
    expect((await client.send(command(id))).result.outcome).toBe('unknown')
    expect((await sandbox.totals(id)).captures).toBe(1)
  })
})
