import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { CountingDatabase } from '@/testing/counting-database'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { holdSenderLock } from './sender-lock'

let made: TestDatabase
let watcher: Database

beforeAll(async () => {
  made = await createTestDatabase()
  watcher = new Database(made.url, 1)
})
afterAll(async () => {
  await watcher.close()
  await made.drop()
})

async function locks(): Promise<number> {
  const [row] = await watcher.run((db) =>
    db.execute<{ count: number }>(
      sql`select count(*)::int as count from pg_locks where locktype = 'advisory'
        and database = (select oid from pg_database where datname = current_database())`,
    ),
  )
  return row?.count ?? 0
}

it('sender lock: lasts until it is released, one of many in the same process', async () => {
  const sender = new Database(made.url, 2)
  const lock = await holdSenderLock(sender, randomUUID())
  const other = await holdSenderLock(sender, randomUUID())
  expect(await locks()).toBe(2)
  await lock.release()
  expect(await locks()).toBe(1)
  await other.release()
  expect(await locks()).toBe(0)
  await sender.close()
})

it('sender lock: is taken and released by many at once', async () => {
  const sender = new Database(made.url, 2)
  const holding = Array.from({ length: 100 }, () => holdSenderLock(sender, randomUUID()))
  const held = await Promise.all(holding)
  expect(await locks()).toBe(100)
  await Promise.all(held.slice(1).map((lock) => lock.release()))
  expect(await locks()).toBe(1)
  await held[0]?.release()
  expect(await locks()).toBe(0)
  await sender.close()
})

it('sender lock: one that is given back goes with the next, and costs no statement', async () => {
  const sender = new CountingDatabase(made.url, 2)
  const lock = await holdSenderLock(sender, randomUUID())
  const released = lock.release()
  const next = await holdSenderLock(sender, randomUUID())
  await released
  expect([sender.session().statements, await locks()]).toEqual([2, 1])
  await next.release()
  expect([sender.session().statements, await locks()]).toEqual([3, 0])
  await sender.close()
})

it('sender lock: can be taken again after the connection broke, which releases held ones', async () => {
  const sender = new Database(made.url, 2)
  await holdSenderLock(sender, randomUUID())
  await watcher.run((db) =>
    db.execute(sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`),
  )
  await expect.poll(locks).toBe(0)
  await expect.poll(() => holdSenderLock(sender, randomUUID()).then(locks, () => 'refused')).toBe(1)
  await sender.close()
})

it('sender lock: its holder knows when the connection has ended, of the old one only', async () => {
  const sender = new Database(made.url, 2)
  const lock = await holdSenderLock(sender, randomUUID())
  expect(lock.isHeld()).toBe(true)
  await watcher.run((db) =>
    db.execute(sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`),
  )
  await expect.poll(() => lock.isHeld(), { timeout: 10_000 }).toBe(false)
  const next = await holdSenderLock(sender, randomUUID())
  expect([lock.isHeld(), next.isHeld()]).toEqual([false, true])
  await sender.close()
})

it('sender lock: is refused while another process holds it', async () => {
  const [sender, other] = [new Database(made.url, 2), new Database(made.url, 2)]
  const attemptId = randomUUID()
  await holdSenderLock(sender, attemptId)
  await expect(holdSenderLock(other, attemptId)).rejects.toThrow('is taken')
  await Promise.all([sender.close(), other.close()])
})

it('sender lock: is refused when the database is closed', async () => {
  const sender = new Database(made.url, 2)
  await sender.session().close()
  await expect(holdSenderLock(sender, randomUUID())).rejects.toThrow()
  await sender.close()
})

it('sender lock: ends with the connection of its holder', async () => {
  const sender = new Database(made.url, 2)
  await holdSenderLock(sender, randomUUID())
  expect(await locks()).toBe(1)
  await sender.close()
  await expect.poll(locks).toBe(0)
})
