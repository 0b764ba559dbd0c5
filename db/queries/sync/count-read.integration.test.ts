import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { countRead } from './count-read'

const TWO_A_MINUTE = { subject: 'id 1', limit: 2, windowMs: 60_000 }

let payments: ListedPayments
let other: Database

beforeAll(async () => {
  payments = await startListedPayments()
  other = new Database(payments.databaseUrl)
})
afterAll(async () => {
  await other.close()
  await payments.stop()
})
beforeEach(() => payments.owner.run((db) => db.execute(sql`truncate counted_reads`)))

function count(change: Partial<typeof TWO_A_MINUTE> = {}, database = payments.database) {
  const { connectionId } = payments
  return countRead(database, { connectionId, ...TWO_A_MINUTE, ...change })
}

/** Moves all counts into the past. */
function letPass(seconds: number) {
  const past = sql`${seconds} * interval '1 second'`
  return payments.database.run((db) =>
    db.execute(sql`update counted_reads set last_taken_at = last_taken_at - ${past},
      taken_at = (select array_agg(at - ${past} order by at) from unnest(taken_at) as at)`),
  )
}

it('counted reads: two instances together get the two a minute, and the wait for the third (E3)', async () => {
  expect(await count()).toBe(0)
  await letPass(10)
  expect(await count({}, other)).toBe(0)
  const waitMs = await count()
  expect(waitMs).toBeGreaterThan(45_000)
  expect(waitMs).toBeLessThanOrEqual(50_000)
  await letPass(waitMs / 1_000)
  expect(await count({}, other)).toBe(0)
  expect(await count()).toBeGreaterThan(0)
})

it('counted reads: of twenty requests at the same moment two are granted (E3)', async () => {
  const waits = await Promise.all(
    Array.from({ length: 20 }, (_, index) => count({}, index % 2 ? other : payments.database)),
  )
  expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(2)
})

it('counted reads: a request that was refused does not prolong the wait', async () => {
  await Promise.all([count(), count()])
  await letPass(30)
  expect(await count()).toBeGreaterThan(0)
  await letPass(30)
  expect([await count(), await count()]).toEqual([0, 0])
})

it('counted reads: each subject is counted by itself, and a lower limit holds at once', async () => {
  await Promise.all([count(), count()])
  expect(await count({ subject: 'reference 1' })).toBe(0)
  expect(await count({ limit: 3 })).toBe(0)
  expect(await count({ limit: 1 })).toBeGreaterThan(0)
})

it('counted reads: old counts of other subjects are deleted', async () => {
  await count()
  await count({ subject: 'id 2' })
  await letPass(3_700)
  await count({ subject: 'id 3' })
  const rows = await payments.database.run((db) =>
    db.execute(sql`select subject from counted_reads order by subject`),
  )
  expect(rows.map(({ subject }) => subject)).toEqual(['id 3'])
})
