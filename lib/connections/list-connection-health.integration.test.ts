import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { checkConnection } from './check-connection'
import { listConnectionHealth } from './list-connection-health'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())

async function healthOf(id = merchant.connection.id, scope: 'all' | string[] = 'all') {
  const all = await listConnectionHealth(merchant.database, scope)
  return all.find((one) => one.id === id)
}

function change(statement: ReturnType<typeof sql>) {
  return merchant.owner.run((db) => db.execute(statement))
}

it('health of a connection: says what is known of its test, its list, its webhooks and its unread payments', async () => {
  const { id } = merchant.connection
  expect(await healthOf()).toMatchObject({
    state: 'enabled',
    stoppedAt: null,
    check: { checkedAt: null, fault: null },
    unusable: null,
    knownUntil: null,
    hasList: true,
    sendsWebhooks: true,
    lastWebhookAt: null,
    unread: 0,
  })
  await merchant.sandbox.control.createTransaction({})
  await merchant.importAll()
  await checkConnection(merchant.database, id)
  for (const day of ['2026-11-02', '2026-11-03', '2026-11-01']) {
    await change(sql`
      insert into webhook_deliveries (id, connection_id, delivery_id, digest, received_at)
      values (${randomUUID()}, ${id}, ${day}, 'x', ${`${day}T10:00:00Z`}::timestamptz)`)
  }
  await change(sql`
    insert into unread_payments (id, connection_id, provider_transaction_id, reason, due_at)
    values (${randomUUID()}, ${id}, 'one', 'malformed', now())`)
  expect(await healthOf()).toMatchObject({
    check: { checkedAt: expect.any(Date) as Date, fault: null },
    knownUntil: expect.any(Date) as Date,
    lastWebhookAt: new Date('2026-11-03T10:00:00Z'),
    unread: 1,
  })
})

it('health of a connection: is shown for those in scope alone', async () => {
  const { id } = merchant.connection
  const all = await listConnectionHealth(merchant.database, 'all')
  expect(all.length).toBeGreaterThan(1)
  const seen = await listConnectionHealth(merchant.database, [id])
  expect(seen.map((one) => one.id)).toEqual([id])
})

it('health of a connection: one that is disabled or removed is said to be so, whatever was before', async () => {
  const { id } = merchant.connection
  await change(sql`update connections set disabled_at = '2026-11-04T10:00:00Z' where id = ${id}`)
  const stoppedAt = new Date('2026-11-04T10:00:00Z')
  expect(await healthOf()).toMatchObject({ state: 'disabled', stoppedAt, unusable: null })
  const closed = await listConnectionHealth(merchant.database, 'all')
  const other = closed.find((one) => one.id !== id)?.id
  await change(sql`
    update connections set disabled_at = now(), closed_at = ${stoppedAt.toISOString()}::timestamptz,
      secret_ciphertext = '', previous_webhook_secret = null, previous_webhook_until = null
    where id = ${other}`)
  expect(await healthOf(other)).toMatchObject({
    state: 'closed',
    stoppedAt,
    unusable: null,
    hasList: null,
  })
  await change(sql`update connections set disabled_at = null where id = ${id}`)
})

it('health of a connection: a secret that the key does not open is found, whatever is in memory', async () => {
  expect(await healthOf()).toMatchObject({ unusable: null })
  const { id } = merchant.connection
  await change(sql`update connections set secret_ciphertext = 'nonsense' where id = ${id}`)
  expect(await healthOf()).toMatchObject({ unusable: 'secret', hasList: null })
})
