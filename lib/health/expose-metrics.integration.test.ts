import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { holdSenderLock } from '@/db/queries/operations/sender-lock'
import { defineWebhook } from '@/lib/access/define-webhook'
import { signIn } from '@/lib/access/sign-in/sign-in'
import { getClient } from '@/lib/connections/connection-client'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { noteRound } from '@/lib/observability/job-rounds'
import { findWebhookTarget, receiveWebhook } from '@/lib/sync/receive-webhook'
import { addOperation } from '@/testing/operation-row'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { parseExposition, valueOf, type Series } from '@/testing/exposition'
import { createExposition } from './expose-metrics'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())

/** The values of each series at each scrape of this file, by the metric of the series. */
const seen = new Map<string, Map<string, Set<number>>>()

const scrape = async (database = merchant.database): Promise<readonly Series[]> => {
  const series = parseExposition(await createExposition(() => database)())
  for (const { name, labels, value } of series) {
    const metric = name.replace(/_(bucket|sum|count)$/, '')
    const own = seen.get(metric) ?? new Map<string, Set<number>>()
    const values = own.get(JSON.stringify([name, labels])) ?? new Set<number>()
    seen.set(metric, own.set(JSON.stringify([name, labels]), values.add(value)))
  }
  return series
}

const value = async (name: string, labels?: Readonly<Record<string, string>>) =>
  valueOf(await scrape(), name, labels)

const asOwner = (text: string) => merchant.owner.run((db) => db.execute(sql.raw(text)))

const newPayment = (): Promise<TransactionView> =>
  merchant.newPayment((reference) => merchant.sandbox.control.createTransaction({ reference }))

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

it.each(['intended', 'sending', 'pending', 'unknown', 'needs_review'] as const)(
  'metrics: an operation in the state %s is counted with its age',
  async (state) => {
    const before = await value('paydesk_operations_open', { state })
    const { id } = await newPayment()
    await addOperation(merchant.database, id, { state, createdAt: hoursAgo(2) })
    const series = await scrape()
    expect(valueOf(series, 'paydesk_operations_open', { state })).toBe(before + 1)
    const oldest = valueOf(series, 'paydesk_operations_oldest_seconds', { state })
    expect(oldest).toBeGreaterThan(7_199)
    expect(oldest).toBeLessThan(7_300)
  },
)

it('metrics: a check that is overdue is behind, unless it is under way', async () => {
  await asOwner(`update operations set next_check_at = now() + interval '1 day'`)
  expect(await value('paydesk_lag_seconds', { work: 'check' })).toBe(0)
  await asOwner(`update operations set next_check_at = now() - interval '10 minutes'
    where state = 'unknown'`)
  expect(await value('paydesk_lag_seconds', { work: 'check' })).toBeGreaterThan(599)
  await asOwner(`update operations set leased_until = now() + interval '1 minute'
    where state = 'unknown'`)
  expect(await value('paydesk_lag_seconds', { work: 'check' })).toBe(0)
})

it('metrics: a scheduled read that is overdue is behind; one that is never due is not', async () => {
  await asOwner(`update scheduled_reads set due_at = 'infinity'`)
  expect(await value('paydesk_lag_seconds', { work: 'reread' })).toBe(0)
  await asOwner(`update scheduled_reads set due_at = now() - interval '2 hours'
    where transaction_id = (select transaction_id from scheduled_reads limit 1)`)
  expect(await value('paydesk_lag_seconds', { work: 'reread' })).toBeGreaterThan(7_199)
})

it('metrics: a list whose turn is overdue is behind', async () => {
  await asOwner(`update connections set poll_due_at = now() + interval '1 minute'`)
  expect(await value('paydesk_lag_seconds', { work: 'poll' })).toBe(0)
  await asOwner(`update connections set poll_due_at = now() - interval '1 hour'
    where id = '${merchant.connection.id}'`)
  expect(await value('paydesk_lag_seconds', { work: 'poll' })).toBeGreaterThan(3_599)
})

it('metrics: a webhook whose payment was not read since is behind until it is', async () => {
  expect(await value('paydesk_lag_seconds', { work: 'webhook' })).toBe(0)
  await asOwner(`
    insert into webhook_deliveries (id, connection_id, delivery_id, digest, received_at)
    values (gen_random_uuid(), '${merchant.connection.id}', 'd1', 'x', now() - interval '1 hour')`)
  expect(await value('paydesk_lag_seconds', { work: 'webhook' })).toBeGreaterThan(3_599)
  await asOwner(`update webhook_deliveries set processed_at = now(), result = 'read'`)
  expect(await value('paydesk_lag_seconds', { work: 'webhook' })).toBe(0)
})

it('metrics: the locks of senders are counted, and no other locks', async () => {
  const lock = await holdSenderLock(merchant.database, randomUUID())
  expect(await value('paydesk_sender_locks')).toBe(1)
  await lock.release()
  expect(await value('paydesk_sender_locks')).toBe(0)
})

it('metrics: changes that are not in the tallies are counted', async () => {
  await asOwner('delete from transaction_tally_changes')
  expect(await value('paydesk_tally_changes')).toBe(0)
  await newPayment()
  expect(await value('paydesk_tally_changes')).toBeGreaterThan(0)
})

it('metrics: a payment counts as unread after an hour', async () => {
  await asOwner(`
    insert into unread_payments (id, connection_id, provider_transaction_id, reason, due_at)
    values (gen_random_uuid(), '${merchant.connection.id}', 'p1', 'malformed', now())`)
  expect(await value('paydesk_unread_payments')).toBe(0)
  await asOwner(`update unread_payments set since = now() - interval '61 minutes'`)
  expect(await value('paydesk_unread_payments')).toBe(1)
})

it('metrics: a call to a provider is counted by its end, with the time that it took', async () => {
  const provider = 'dintero'
  const client = getClient(merchant.database, merchant.connection)
  const before = await scrape()
  await client.checkConnection()
  await merchant.sandbox.control.addFault({
    match: { operation: 'list' },
    action: { type: 'status', status: 503 },
  })
  await client.listTransactions?.(null, null)
  await merchant.sandbox.control.clearFaults()
  const after = await scrape()
  const more = (name: string, labels: Readonly<Record<string, string>>) =>
    valueOf(after, name, labels) - valueOf(before, name, labels)
  const calls = 'paydesk_provider_calls_total'
  expect(more(calls, { provider, result: 'ok' })).toBeGreaterThan(0)
  expect(more(calls, { provider, result: 'server_error' })).toBe(1)
  expect(more('paydesk_provider_call_seconds_count', { provider })).toBe(
    more(calls, { provider, result: 'ok' }) + 1,
  )
  expect(more('paydesk_provider_call_seconds_sum', { provider })).toBeGreaterThan(0)
})

it('metrics: a connection that its provider refuses is counted', async () => {
  expect(await value('paydesk_connections_failing')).toBe(0)
  await asOwner(`update connections set check_problem = 'credentials_refused', failing_since = now()
    where id = '${merchant.connection.id}'`)
  expect(await value('paydesk_connections_failing')).toBe(1)
  await asOwner(`update connections set check_problem = null`)
})

it('metrics: a secret that does not open is counted', async () => {
  expect(await value('paydesk_unreadable_secrets')).toBe(0)
  await asOwner(`update connections set secret_ciphertext = 'damaged'
    where id <> '${merchant.connection.id}'`)
  expect(await value('paydesk_unreadable_secrets')).toBeGreaterThan(0)
})

it('metrics: the pool shows what is in use and what waits', async () => {
  const database = new Database(merchant.databaseUrl, 1)
  const slow = database.run((db) => db.execute(sql`select pg_sleep(0.5)`))
  const series = await scrape(database)
  await slow
  expect(valueOf(series, 'paydesk_database_pool', { state: 'idle' })).toBe(1)
  const busy = database.run((db) => db.execute(sql`select pg_sleep(2.5)`))
  const queued = await scrape(database)
  expect(valueOf(queued, 'paydesk_database_pool', { state: 'busy' })).toBe(1)
  expect(valueOf(queued, 'paydesk_database_pool_waiting')).toBe(1)
  await busy
  await database.close()
})

it('metrics: a job is silent since its last round', async () => {
  noteRound('list polls')
  const silent = await value('paydesk_job_silent_seconds', { job: 'list_polls' })
  expect(silent).toBeGreaterThanOrEqual(0)
  expect(silent).toBeLessThan(5)
})

it('metrics: without the database what it gives is left out, and the rest is there', async () => {
  const nowhere = new Database('postgres://paydesk:secret@127.0.0.1:1/none', 1)
  const series = await scrape(nowhere)
  expect(valueOf(series, 'paydesk_database_up')).toBe(0)
  expect(series.some(({ name }) => name === 'paydesk_operations_open')).toBe(false)
  expect(series.some(({ name }) => name === 'paydesk_provider_calls_total')).toBe(true)
  expect(await value('paydesk_database_up')).toBe(1)
})

it('metrics: a call to our webhook is counted by what became of it', async () => {
  const count = async () =>
    (await scrape())
      .filter(({ name }) => name === 'paydesk_webhooks_total')
      .reduce((sum, { value: calls }) => sum + calls, 0)
  const before = await count()
  const handle = defineWebhook({ findTarget: findWebhookTarget, receive: receiveWebhook })
  const { provider, id: connectionId } = merchant.connection
  const url = `http://localhost/api/webhooks/${provider}/${connectionId}`
  const request = new Request(url, { method: 'POST', body: '{}' })
  await handle(request, { params: Promise.resolve({ provider, connectionId }) })
  expect(await count()).toBe(before + 1)
})

it('metrics: a failed sign-in is counted by what was tried', async () => {
  const way = 'password'
  const before = await value('paydesk_sign_in_failures_total', { way })
  const tools = { database: merchant.database, secret: 'metrics' }
  const person = { email: 'no.one@paydesk.example', password: 'not the one', address: '192.0.2.9' }
  const request = { deviceToken: null, userAgent: null, sessionId: randomUUID(), requestId: 'r' }
  await signIn(tools, Object.assign(request, person))
  expect(await value('paydesk_sign_in_failures_total', { way })).toBe(before + 1)
})

it('metrics: each of ours is moved by a test above', () => {
  const unmoved = [...seen].filter(
    ([metric, series]) =>
      metric.startsWith('paydesk_') && [...series.values()].every((values) => values.size < 2),
  )
  // Always 1.
  expect(unmoved.map(([metric]) => metric)).toEqual(['paydesk_build_info'])
})
