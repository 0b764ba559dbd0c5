import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findFigures } from '@/db/queries/health'
import { scheduleReadNow } from '@/db/queries/sync/scheduled-reads'
import { LIMITS } from '@/lib/config/limits'
import { isFailing, isOverdue, readingsOf } from '@/lib/health/figures'
import { pollListOnce } from '@/lib/sync/poll-list'
import { readDeliveriesOnce } from '@/lib/sync/read-deliveries'
import { rereadPaymentsOnce } from '@/lib/sync/reread-payments'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { testNow, testSilentOnce } from './check-connection'
import { listConnectionHealth } from './list-connection-health'
import { replaceSecret } from './replace-secret'

const CLIENT = { id: 'paydesk-demo', secret: 'paydesk-demo-secret', accountId: 'T11112222' }

let merchant: TestMerchant
let id: string

beforeAll(async () => {
  merchant = await startTestMerchant()
  id = merchant.connection.id
  await change(`delete from connections where id <> '${id}'`)
})
afterAll(() => merchant.stop())
beforeEach(async () => {
  await merchant.sandbox.control.clearFaults()
  await setClient(CLIENT)
  await change(`update connections set check_problem = null, checked_at = now(), tested_at = null,
    failing_since = null, poll_due_at = now(), poll_owed_since = null`)
})

const change = (text: string) => merchant.owner.run((db) => db.execute(sql.raw(text)))
const setClient = (client: typeof CLIENT) =>
  merchant.sandbox.control.call('POST', 'dintero/clients', client)
/** The client is gone: neither its tokens nor its secret are accepted any more. */
const revoke = () => setClient({ ...CLIENT, secret: randomUUID(), accountId: 'T99990000' })
const noAnswer = () =>
  merchant.sandbox.control.addFault({
    match: { provider: 'dintero' },
    action: { type: 'status', status: 503 },
    times: null,
  })

async function poll(): Promise<void> {
  await change('update connections set poll_due_at = now()')
  expect(await pollListOnce(merchant.database)).toBe(1)
}

async function health() {
  const [one] = await listConnectionHealth(merchant.database, [id])
  return one?.check
}

/** The metrics that are too much now. */
async function overdue() {
  const readings = readingsOf(await findFigures(merchant.database)).filter(isOverdue)
  return readings.map(({ metric, labels }) => [metric, ...Object.values(labels)].join(' '))
}

async function lag(work: 'reread' | 'webhook' | 'poll'): Promise<number> {
  const readings = readingsOf(await findFigures(merchant.database))
  return readings.find(({ labels }) => labels.work === work)?.value ?? NaN
}

describe('a client that its provider has revoked', () => {
  it('is noticed by the next poll; the connection works again with a new secret, by itself', async () => {
    await poll()
    expect(await health()).toMatchObject({ fault: null, failingSince: null })
    expect(await overdue()).toEqual([])

    await revoke()
    await poll()
    const check = await health()
    expect(check).toMatchObject({
      fault: 'credentials_refused',
      detail: expect.stringContaining('credentials') as string,
    })
    expect(check?.failingSince).toBeInstanceOf(Date)
    expect(await overdue()).toEqual(['paydesk_connections_failing'])

    const secret = randomUUID()
    await setClient({ ...CLIENT, secret })
    const request = { requestId: randomUUID(), reason: null, actor: await merchant.actor('admin') }
    const context = { database: merchant.database, connectionId: id, seen: null, request }
    expect(await replaceSecret(context, { clientSecret: secret })).toMatchObject({ ok: true })
    expect(await health()).toMatchObject({ fault: null, failingSince: null })
    expect(await overdue()).toEqual([])
    await poll()
    expect(await health()).toMatchObject({ fault: null })
    await setClient(CLIENT)
    expect(await replaceSecret(context, { clientSecret: CLIENT.secret })).toMatchObject({
      ok: true,
    })
  })

  it('is noticed by the read of one payment, and works again when the provider takes it again', async () => {
    const payment = await merchant.newPayment((reference) =>
      merchant.sandbox.control.createTransaction({ reference }),
    )
    await revoke()
    await scheduleReadNow(merchant.database, payment.id)
    await rereadPaymentsOnce(merchant.database)
    expect(await health()).toMatchObject({ fault: 'credentials_refused' })
    await setClient(CLIENT)
    await scheduleReadNow(merchant.database, payment.id)
    await rereadPaymentsOnce(merchant.database)
    expect(await health()).toMatchObject({ fault: null, failingSince: null })
  })

  it('is noticed by a test where nothing is heard of the connection', async () => {
    await revoke()
    await change(`update connections set created_at = now() - interval '1 day',
      checked_at = now() - interval '1 hour'`)
    expect(await testSilentOnce(merchant.database)).toBe(1)
    expect(await health()).toMatchObject({ fault: 'credentials_refused' })
    expect(await testSilentOnce(merchant.database)).toBe(0)
  })

  it('is noticed by a person who has it checked, once in a moment, and in their scope alone', async () => {
    const { database } = merchant
    const admin = await merchant.actor('admin')
    await revoke()
    const input = { connectionId: id }
    expect(await testNow({ database, actor: { scope: [] } }, input)).toMatchObject({
      error: { code: 'not_found' },
    })
    const tested = { isTested: true, fault: 'credentials_refused' }
    expect(await testNow({ database, actor: admin }, input)).toEqual({ ok: true, value: tested })
    await setClient(CLIENT)
    const before = { isTested: false, fault: 'credentials_refused' }
    expect(await testNow({ database, actor: admin }, input)).toEqual({ ok: true, value: before })
    await change(`update connections set tested_at = now() - interval '1 minute'`)
    const works = { isTested: true, fault: null }
    expect(await testNow({ database, actor: admin }, input)).toEqual({ ok: true, value: works })
  })
})

describe('a provider that does not respond', () => {
  const { unansweredMs } = LIMITS.connection

  it('counts after a while, and is too much after some minutes', async () => {
    await noAnswer()
    await poll()
    expect(await health()).toMatchObject({ fault: null })
    await change(`update connections set checked_at = now() - interval '${unansweredMs + 1} ms'`)
    await poll()
    expect(await health()).toMatchObject({ fault: 'unavailable' })
    expect(await overdue()).toEqual([])
    await change(`update connections set failing_since = now() - interval '301 seconds'`)
    expect(await overdue()).toEqual(['paydesk_connections_failing'])
    const { connections } = await findFigures(merchant.database)
    expect(connections.filter(isFailing).map((one) => one.id)).toEqual([id])
    await change('update connections set disabled_at = now()')
    expect(await overdue()).toEqual([])
    await change('update connections set disabled_at = null')
  })

  it('leaves the list behind since it was due first, however often it is polled', async () => {
    await change(`update connections set poll_due_at = now() - interval '20 minutes'`)
    await noAnswer()
    expect(await pollListOnce(merchant.database)).toBe(1)
    await poll()
    expect(await lag('poll')).toBeGreaterThan(1_190)
    await merchant.sandbox.control.clearFaults()
    await poll()
    expect(await lag('poll')).toBe(0)
  })

  it('leaves reads of payments behind since they were due first, but not those of a payment that makes no sense', async () => {
    const payment = await merchant.newPayment((reference) =>
      merchant.sandbox.control.createTransaction({ reference }),
    )
    const due = () =>
      change(`update scheduled_reads set due_at = now() - interval '2 hours', owed_since = null
        where transaction_id = '${payment.id}'`)
    await change(`update scheduled_reads set due_at = now() + interval '1 day', owed_since = null`)
    expect(await lag('reread')).toBe(0)
    await due()
    await noAnswer()
    await rereadPaymentsOnce(merchant.database)
    expect(await lag('reread')).toBeGreaterThan(7_190)
    await merchant.sandbox.control.clearFaults()
    await change(`delete from unread_payments`)
    await due()
    await merchant.sandbox.control.addFault({
      match: { operation: 'read' },
      action: { type: 'status', status: 200, body: { id: 'odd' } },
    })
    await rereadPaymentsOnce(merchant.database)
    expect(await lag('reread')).toBe(0)
    await due()
    await rereadPaymentsOnce(merchant.database)
    expect(await lag('reread')).toBe(0)
  })

  it('leaves webhooks behind since they came, but not those about a payment that makes no sense', async () => {
    const { providerTransactionId } = await merchant.newPayment((reference) =>
      merchant.sandbox.control.createTransaction({ reference }),
    )
    await change(`
      insert into webhook_deliveries
        (id, connection_id, delivery_id, provider_transaction_id, digest, received_at)
      values (gen_random_uuid(), '${id}', 'd', '${providerTransactionId}', 'x',
        now() - interval '2 hours')`)
    await noAnswer()
    await readDeliveriesOnce(merchant.database)
    expect(await lag('webhook')).toBeGreaterThan(7_190)
    await change(`update unread_payments set reason = 'malformed'`)
    expect(await lag('webhook')).toBe(0)
    await change('delete from unread_payments')
    await merchant.sandbox.control.clearFaults()
    await change('update webhook_deliveries set due_at = now()')
    await readDeliveriesOnce(merchant.database)
    expect(await lag('webhook')).toBe(0)
  })
})

it('a connection that cannot be used as it is stored: is noticed by its turn', async () => {
  await change(`update connections set base_url = 'http://127.0.0.1:1',
    updated_at = clock_timestamp()`)
  await poll()
  expect(await health()).toMatchObject({ fault: 'unusable' })
  expect(await overdue()).toEqual(['paydesk_connections_failing'])
  await change(`update connections set base_url = '${merchant.connection.baseUrl}',
    updated_at = clock_timestamp()`)
  await poll()
  expect(await health()).toMatchObject({ fault: null })
})
