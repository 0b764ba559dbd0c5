import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listConnections } from '@/db/queries/sync/connections'
import { checkConnection } from '@/lib/connections/check-connection'
import { connectAccount } from '@/lib/connections/connect-account'
import { capturePayment } from '@/lib/operations/capture-payment'
import { amount, BamboraCheckoutMerchant } from '@/testing/bambora-checkout-merchant'
import { restateAccount } from '@/testing/restate-account'
import { createBamboraCheckoutClient } from '.'

/** Faults of other clients of this provider (fact sheet §13), each by its number there. */

let shop: BamboraCheckoutMerchant

beforeAll(async () => {
  shop = await BamboraCheckoutMerchant.open()
})
afterAll(() => shop.merchant.stop())
beforeEach(() => shop.merchant.sandbox.control.clearFaults())

const SECRET = { accessToken: 'paydesk-demo', secretToken: 'paydesk-demo-secret' }
const done = { ok: true, value: { state: 'succeeded' } }

it('Bambora Checkout, known defect 1: ids beyond 2^53 survive JSON, the database and the address of a call', async () => {
  const id = '25506297014116353'
  const payment = await shop.newPayment({ id })
  expect(payment.providerTransactionId).toBe(id)
  expect(await shop.capture(payment)).toMatchObject(done)
  const truth = await shop.control.payment(id)
  const after = await shop.reload(payment)
  const known = after.events.map(({ providerEventId }) => providerEventId).toSorted()
  expect(known).toEqual(truth.operations.map((operation) => operation.id).toSorted())
})

it('Bambora Checkout, known defect 2: 1500 krónur of ISK are captured as 1500', async () => {
  const payment = await shop.newPayment({ currency: 'ISK', amount: 1500 })
  expect(await shop.capture(payment, amount(1500))).toMatchObject(done)
  const { operations } = await shop.control.payment(payment.providerTransactionId)
  expect(operations.at(-1)).toMatchObject({ action: 'capture', amount: 1500 })
})

it('Bambora Checkout, known defect 4: a refund of one minor unit goes through', async () => {
  const payment = await shop.newPayment({ captured: 12_550 })
  expect(await shop.refund(payment, amount(1))).toMatchObject(done)
})

it('Bambora Checkout, known defect 9: the same request again captures nothing more', async () => {
  const payment = await shop.newPayment()
  const choice = amount(1000)
  const { id: transactionId, currency, moneyRevision: expectedRevision } = payment
  const input = {
    operationId: randomUUID(),
    transactionId,
    currency,
    expectedRevision,
    choice,
    label: null,
  }
  expect(await capturePayment(shop.context(), input)).toMatchObject(done)
  expect(await capturePayment(shop.context(), input)).toMatchObject(done)
  expect(await shop.calls(payment, 'capture')).toBe(1)
})

it('Bambora Checkout, known defect 11: no more is captured than is left, whatever the order came to', async () => {
  const payment = await shop.newPayment({ captured: 5000 })
  expect(await shop.capture(payment, amount(12_550))).toMatchObject({
    error: { code: 'amount_exceeds_left' },
  })
  expect(await shop.capture(payment)).toMatchObject(done)
  expect((await shop.reload(payment)).totals.capturedMinor).toBe(12_550)
})

it('Bambora Checkout, known defect 15: no response is an unknown outcome that is read again, not a failure', async () => {
  const payment = await shop.newPayment()
  await shop.fault('capture', { type: 'drop', when: 'after' })
  expect(await shop.capture(payment)).toMatchObject({ value: { state: 'unknown' } })
  await shop.repair()
  expect((await shop.reload(payment)).operations[0]?.state).toBe('succeeded')
  expect(await shop.calls(payment, 'capture')).toBe(1)
})

describe('Bambora Checkout, known defect 19: a connection that cannot work is reported in words, and nothing is stored', () => {
  interface Change {
    readonly accountId?: string
    readonly baseUrl?: string
    readonly secret?: Readonly<Record<string, string>>
  }

  async function connect({ accountId, baseUrl, secret = SECRET }: Change) {
    const known = shop.merchant.connection
    const address = baseUrl ?? known.baseUrl
    if (accountId === undefined) {
      return restateAccount(shop.merchant.owner, { id: known.id, baseUrl: address }, secret)
    }
    const { provider } = known
    const stated = { provider, name: 'Another', accountId, baseUrl: address, secret }
    return connectAccount(shop.merchant.owner, stated)
  }

  async function save(change: Change) {
    const before = await listConnections(shop.merchant.database)
    const result = await connect(change)
    expect(await listConnections(shop.merchant.database)).toEqual(before)
    return JSON.stringify(result)
  }

  it.each([
    ['a wrong secret', { secret: { ...SECRET, secretToken: 'x' } }, /did not accept.*test number/],
    ['a production number', { accountId: 'P700800900' }, /did not accept.*production number/],
    ['another merchant’s number', { accountId: 'T700800901' }, /did not accept/],
    ['no merchant number', { accountId: '700800900' }, /begin with T.*or P/],
    [
      'an API user that was switched off',
      { secret: { accessToken: 'paydesk-expired', secretToken: 'paydesk-expired-secret' } },
      /did not accept/,
    ],
    ['a foreign host', { baseUrl: 'https://bambora.example.com' }, /not an address of/],
  ] as const)('%s', async (_, change, words) => {
    expect(await save(change)).toMatch(words)
  })

  it('a currency that is counted otherwise than by ISO 4217', async () => {
    await shop.control.createPayment({ currency: 'TTD', amount: 100 })
    const { database, connection } = shop.merchant
    expect(await checkConnection(database, connection.id)).toMatchObject({
      error: { message: expect.stringMatching(/counts TTD with 0 decimals/) },
    })
  })
})

it('Bambora Checkout, known defect 22: a host whose certificate cannot be verified is sent nothing', async () => {
  let requests = 0
  const server = createServer(() => (requests += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
  const credentials = { connectionId: randomUUID(), accountId: 'T1', baseUrl, secret: SECRET }
  const check = await createBamboraCheckoutClient(credentials).checkConnection()
  server.close()
  expect(check).toMatchObject({ ok: false, problem: 'unavailable' })
  expect(requests).toBe(0)
})

it('Bambora Checkout, known defect 24: a part of an invoice line is blocked here, with an explanation', async () => {
  const lines = [{ id: 'A', linenumber: '1', quantity: 2, totalpriceinclvat: 600 }]
  const payment = await shop.newPayment({ method: 'walley', lines, amount: 600, captured: 600 })
  const pick = [{ lineId: '1', quantityMicros: 1_000_000, amountMinor: null }]
  const choice = { mode: 'lines', amountMinor: 300, lines: pick } as const
  expect(await shop.refund(payment, choice)).toMatchObject({ error: { code: 'whole_lines_only' } })
  expect(await shop.calls(payment, 'credit')).toBe(0)
})
