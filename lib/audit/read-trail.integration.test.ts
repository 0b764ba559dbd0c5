import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import { readTrailQuery, type TrailQuery } from '@/lib/domain/audit/trail-query'
import { capturePayment } from '@/lib/operations/capture-payment'
import { findExactTransaction } from '@/db/queries/listing/find-exact'
import { addOrders, valueOf } from '@/testing/batches'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { readTrail, readWholeTrail } from './read-trail'

const DAY_MS = 86_400_000

let merchant: TestMerchant
let anna: Actor
let order = ''
let paymentId = ''

beforeAll(async () => {
  merchant = await startTestMerchant()
  anna = await merchant.actor('admin')
  ;[order = ''] = await addOrders(merchant, 1)
  paymentId = (await findExactTransaction(merchant.database, 'all', order)) ?? ''
  const payment = await merchant.reload({ id: paymentId })
  const { currency, moneyRevision: expectedRevision } = payment
  const input = { operationId: randomUUID(), transactionId: paymentId, currency, expectedRevision }
  const choice = { mode: 'amount', amountMinor: 2_500 } as const
  valueOf(
    await capturePayment(contextOf(merchant.database, anna), { ...input, choice, label: null }),
  )
  // A stream of many entries over half a year, each so many days old.
  await merchant.owner.run((db) => db.execute(sql`alter table audit_entries disable trigger user`))
  await merchant.owner.run((db) =>
    db.execute(sql`
      insert into audit_entries (
        stream_id, sequence, at, action, actor_id, actor_name, actor_role, detail, previous_hash, hash
      )
      select ${randomUUID()}::uuid, 200 - days, now() - days * interval '1 day', 'person.unlocked',
        ${anna.userId}::uuid, 'Anna', 'admin', '{}', '', ''
      from generate_series(1, 180) as days`),
  )
  await merchant.owner.run((db) => db.execute(sql`alter table audit_entries enable trigger user`))
})
afterAll(() => merchant.stop())

const read = (wanted: Partial<Record<'subject' | 'person' | 'payment' | 'from' | 'to', string>>) =>
  readAs(anna, readTrailQuery(wanted))

function readAs(actor: Actor, query: TrailQuery) {
  const reader = { ...actor, timeZone: 'Europe/Oslo', now: new Date() }
  return readTrail(merchant.database, reader, query)
}

describe('audit trail, read by people', () => {
  it('names who did what to which order, over how much', async () => {
    const page = await read({ payment: order })
    expect(page?.entries).toMatchObject([
      { action: 'operation.succeeded', actorId: anna.userId },
      {
        action: 'operation.intended',
        actorId: anna.userId,
        payment: { id: paymentId, orderReference: order },
        operation: { kind: 'capture', amountMinor: 2_500, currency: 'NOK' },
      },
    ])
    expect(page).toMatchObject({ next: null, searchedUntil: null })
  })

  it('says where a payment is none', async () => {
    expect(await read({ payment: 'NO-SUCH-ORDER' })).toBeNull()
  })

  it('filters by subject and person', async () => {
    const page = await read({ subject: 'operations', person: anna.userId })
    expect(page?.entries.map(({ action }) => action)).toEqual([
      'operation.succeeded',
      'operation.intended',
    ])
    expect((await read({ person: randomUUID() }))?.entries).toEqual([])
  })

  it('gives the days of the reader’s clock', async () => {
    const day = new Date(Date.now() - 40 * DAY_MS).toISOString().slice(0, 10)
    const page = await read({ from: day, to: day, subject: 'people' })
    expect(page?.entries).toHaveLength(1)
    expect(page?.next).toBeNull()
  })

  it('goes back a month at a time, says how far it came, and comes to the end', async () => {
    const first = await read({ subject: 'people' })
    expect(first?.entries.length).toBeLessThanOrEqual(LIMITS.trail.entries)
    expect(first?.searchedUntil).not.toBeNull()
    const reader = { ...anna, timeZone: 'UTC', now: new Date() }
    const all = []
    const whole = readWholeTrail(merchant.database, reader, readTrailQuery({ subject: 'people' }))
    for await (const entries of whole) all.push(...entries)
    const unlocked = all.filter(({ action }) => action === 'person.unlocked')
    expect(unlocked).toHaveLength(180)
    const times = all.map(({ at }) => at)
    expect(times).toEqual(times.toSorted().toReversed())
  })

  it('shows who sees one connection what is about its payments, and their own acts', async () => {
    const own = { ...(await merchant.actor('staff')), scope: [randomUUID()] }
    const page = await readAs(own, readTrailQuery({}))
    expect(page?.entries).toEqual([])
    const [connection] = await merchant.database.run((db) =>
      db.execute<{ id: string }>(sql`
        select connection_id as id from transactions where id = ${paymentId}`),
    )
    const within = { ...own, scope: [connection?.id ?? ''] }
    const seen = await readAs(within, readTrailQuery({}))
    expect(seen?.entries.map(({ action }) => action)).toEqual([
      'operation.succeeded',
      'operation.intended',
    ])
  })
})
