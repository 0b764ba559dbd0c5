import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findDatabaseTime } from '@/db/queries/database-time'
import { webhookDeliveries } from '@/db/schema/webhooks'
import { holdRows } from '@/testing/held-row'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { secondsAgo } from '@/testing/operation-row'
import { listConnections } from './connections'
import {
  claimDeliveries,
  finishDelivery,
  insertDelivery,
  postponeDelivery,
  type ClaimedDelivery,
} from './webhook-deliveries'

const PAYMENT = 'T1.paid'

let payments: ListedPayments
let otherConnectionId: string

beforeAll(async () => {
  payments = await startListedPayments()
  const connections = await listConnections(payments.database)
  otherConnectionId = connections.find(({ id }) => id !== payments.connectionId)?.id ?? ''
})
afterAll(() => payments.stop())
beforeEach(async () => {
  for (const statement of [
    sql`alter table webhook_deliveries disable trigger all`,
    sql`delete from webhook_deliveries`,
  ]) {
    await payments.owner.run((db) => db.execute(statement))
  }
})

type Row = typeof webhookDeliveries.$inferSelect

/** Writes a delivery straight into the table: due now, about one payment. Returns its id. */
async function add(change: Partial<Row> = {}): Promise<string> {
  const id = randomUUID()
  const row = {
    id,
    connectionId: payments.connectionId,
    deliveryId: id,
    digest: 'd',
    providerTransactionId: PAYMENT,
    dueAt: secondsAgo(1),
    receivedAt: secondsAgo(10),
    ...change,
  }
  await payments.database.run((db) => db.insert(webhookDeliveries).values(row))
  return id
}

async function find(id: string): Promise<Row> {
  const rows = await payments.database.run((db) => db.select().from(webhookDeliveries))
  const row = rows.find((candidate) => candidate.id === id)
  if (row === undefined) throw new Error('there is no such delivery')
  return row
}

const claim = (limit = 10) => claimDeliveries(payments.database, { limit, leaseMs: 60_000 })
const idsOf = (claimed: readonly ClaimedDelivery[]) => claimed.map(({ id }) => id).toSorted()

async function claimOne(id: string): Promise<ClaimedDelivery> {
  const claimed = (await claim()).find((delivery) => delivery.id === id)
  if (claimed === undefined) throw new Error('it was not claimed')
  return claimed
}

describe('storing a webhook', () => {
  const delivery = (deliveryId: string, connectionId = payments.connectionId) => ({
    id: randomUUID(),
    connectionId,
    deliveryId,
    digest: 'd',
    providerTransactionId: PAYMENT,
    orderReference: 'ORDER-1',
    sentAt: secondsAgo(3),
  })

  it('is done once for each id of a connection', async () => {
    const { database } = payments
    const first = delivery('1')
    expect(await insertDelivery(database, first)).toBe(true)
    expect(await insertDelivery(database, delivery('1'))).toBe(false)
    expect(await insertDelivery(database, delivery('2'))).toBe(true)
    expect(await insertDelivery(database, delivery('1', otherConnectionId))).toBe(true)
    expect(await find(first.id)).toMatchObject({ ...first, tries: 0, processedAt: null })
  })

  it('is refused by the table itself a second time, where the statement does not ask', async () => {
    await add({ deliveryId: 'same' })
    await expect(add({ deliveryId: 'same' })).rejects.toMatchObject({
      constraint_name: 'webhook_deliveries_once',
    })
  })
})

describe('claiming webhooks', () => {
  it('leases those that are due, and counts the try', async () => {
    const id = await add({ orderReference: 'ORDER-1', tries: 2 })
    expect(await claim()).toEqual([
      {
        id,
        connectionId: payments.connectionId,
        providerTransactionId: PAYMENT,
        orderReference: 'ORDER-1',
        tries: 3,
        ageMs: expect.closeTo(10_000, -4),
      },
    ])
    expect((await find(id)).tries).toBe(3)
    expect(Math.abs(Number((await find(id)).dueAt) - Date.now() - 60_000)).toBeLessThan(5_000)
    expect(await claim()).toEqual([])
  })

  it('leaves those alone that are processed, or due later', async () => {
    await add({ processedAt: secondsAgo(1), result: 'read' })
    await add({ dueAt: secondsAgo(-30) })
    expect(await claim()).toEqual([])
  })

  it('passes by what another instance is just at, without waiting for it', async () => {
    const [held, free] = [await add({ dueAt: secondsAgo(30) }), await add()]
    const select = `select 1 from webhook_deliveries where id = '${held}'`
    const release = await holdRows(payments.databaseUrl, select)
    try {
      expect(idsOf(await claim())).toEqual([free])
    } finally {
      await release()
    }
  })

  it('takes the longest overdue first, and no more than the given number', async () => {
    await add({ dueAt: secondsAgo(1) })
    const old = [await add({ dueAt: secondsAgo(30) }), await add({ dueAt: secondsAgo(20) })]
    expect(idsOf(await claim(2))).toEqual(old.toSorted())
  })

  it('gives each to one of several instances that ask at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => add()))
    const claims = await Promise.all(Array.from({ length: 4 }, () => claim(2)))
    expect(claims.flatMap(idsOf).toSorted()).toEqual(ids.toSorted())
  })
})

describe('finishing a webhook', () => {
  const result = 'read' as const

  it('closes it with what came of it', async () => {
    const id = await add()
    await finishDelivery(payments.database, await claimOne(id), 'gave_up', null)
    expect(await find(id)).toMatchObject({ result: 'gave_up', processedAt: expect.any(Date) })
  })

  it('closes the others about the same payment that the read has seen', async () => {
    const id = await add()
    const same = await add({ receivedAt: secondsAgo(5) })
    const readAt = await findDatabaseTime(payments.database)
    const later = await add({ receivedAt: secondsAgo(-5) })
    const otherPayment = await add({ providerTransactionId: 'T1.other' })
    const otherAccount = await add({ connectionId: otherConnectionId })
    await finishDelivery(payments.database, await claimOne(id), result, readAt)
    expect((await find(same)).result).toBe(result)
    for (const open of [later, otherPayment, otherAccount]) {
      expect((await find(open)).result).toBeNull()
    }
  })

  it('closes no other one without a read', async () => {
    const [id, same] = [await add(), await add()]
    await finishDelivery(payments.database, await claimOne(id), 'no_subject', null)
    expect((await find(same)).result).toBeNull()
  })

  it('leaves one as it is that is closed already', async () => {
    const id = await add()
    const claimed = await claimOne(id)
    await finishDelivery(payments.database, claimed, result, null)
    const before = await find(id)
    await finishDelivery(payments.database, claimed, 'not_found', null)
    await postponeDelivery(payments.database, id, 60_000, 'failure')
    expect(await find(id)).toEqual(before)
  })
})

it('postponing a webhook puts its own read off for so long', async () => {
  const [id, other] = [await add(), await add()]
  const { dueAt } = await find(other)
  await postponeDelivery(payments.database, id, 600_000, 'failure')
  expect(Math.abs(Number((await find(id)).dueAt) - Date.now() - 600_000)).toBeLessThan(5_000)
  expect((await find(other)).dueAt).toEqual(dueAt)
})
