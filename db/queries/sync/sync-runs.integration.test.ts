import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connections } from '@/db/schema/connections'
import type { SyncCursor } from '@/lib/domain/provider/provider'
import { holdRows } from '@/testing/held-row'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { secondsAgo } from '@/testing/operation-row'
import {
  claimSyncRun,
  findSyncTurn,
  finishSyncRun,
  restartSync,
  updateSyncCursor,
  type SyncTurn,
} from './sync-runs'

const BOUNDS = { leaseMs: 300_000, overlapMs: 600_000, longestRunMs: 3_600_000 }

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())
beforeEach(async () => {
  await payments.database.run((db) =>
    db.execute(
      sql`update connections set sync_cursor = null, polled_until = null, poll_due_at = 'infinity'`,
    ),
  )
})

async function set(change: Partial<typeof connections.$inferInsert>): Promise<void> {
  const { database, connectionId } = payments
  await database.run((db) =>
    db.update(connections).set(change).where(eq(connections.id, connectionId)),
  )
}

async function find() {
  const { database, connectionId } = payments
  const [row] = await database.run((db) =>
    db.select().from(connections).where(eq(connections.id, connectionId)),
  )
  if (row === undefined) throw new Error('there is no such connection')
  return row
}

const claim = () => claimSyncRun(payments.database, BOUNDS)
const turn = () => findSyncTurn(payments.database, payments.connectionId)

function cursorFrom(startedAt: Date): SyncCursor {
  return { since: null, startedAt: startedAt.toISOString(), cursor: 'c-7', newest: null }
}

describe('claiming the sync run of a list', () => {
  it('gives none where none is due', async () => {
    await set({ pollDueAt: secondsAgo(-30) })
    expect(await claim()).toBeNull()
  })

  it('begins at the beginning of all where the list was never synced, and is leased', async () => {
    await set({ pollDueAt: secondsAgo(1) })
    const { connectionId } = payments
    expect(await claim()).toMatchObject({ connectionId, reached: null, since: null })
    const { pollDueAt } = await find()
    expect(Math.abs(Number(pollDueAt) - Date.now() - BOUNDS.leaseMs)).toBeLessThan(5_000)
    expect(await claim()).toBeNull()
  })

  it('begins some time before where the last run ended', async () => {
    const polledUntil = secondsAgo(5_000)
    await set({ pollDueAt: secondsAgo(1), polledUntil })
    const claimed = await claim()
    expect(Date.parse(claimed?.since ?? '')).toBe(polledUntil.getTime() - BOUNDS.overlapMs)
  })

  it('goes on where an earlier turn stopped', async () => {
    const reached = cursorFrom(secondsAgo(60))
    await set({ pollDueAt: secondsAgo(1), syncCursor: reached })
    expect(await claim()).toMatchObject({ reached })
  })

  it('begins anew in the place of a sync run that has got stuck', async () => {
    await set({ pollDueAt: secondsAgo(1), syncCursor: cursorFrom(secondsAgo(3_700)) })
    expect(await claim()).toMatchObject({ reached: null })
  })

  it('takes the connection first that has waited longest', async () => {
    const { database, connectionId } = payments
    await database.run((db) => db.update(connections).set({ pollDueAt: secondsAgo(5) }))
    await set({ pollDueAt: secondsAgo(50) })
    expect(await claim()).toMatchObject({ connectionId })
    expect((await claim())?.connectionId).not.toBe(connectionId)
  })

  it('passes by a connection that another instance is just at, without waiting for it', async () => {
    await set({ pollDueAt: secondsAgo(1) })
    const select = `select 1 from connections where id = '${payments.connectionId}'`
    const release = await holdRows(payments.databaseUrl, select)
    try {
      expect(await claim()).toBeNull()
    } finally {
      await release()
    }
  })

  it('gives it to one of several instances that ask at the same moment', async () => {
    await set({ pollDueAt: secondsAgo(1) })
    const claims = await Promise.all(Array.from({ length: 4 }, claim))
    expect(claims.filter((claimed) => claimed !== null)).toHaveLength(1)
  })
})

describe('a sync run that is kept', () => {
  it('is where the next turn goes on, when that is due', async () => {
    const cursor = cursorFrom(secondsAgo(60))
    await updateSyncCursor(payments.database, await turn(), cursor, { dueInMs: 120_000 })
    const row = await find()
    expect(row.syncCursor).toEqual(cursor)
    expect(Math.abs(Number(row.pollDueAt) - Date.now() - 120_000)).toBeLessThan(5_000)
  })

  it('is forgotten when a turn keeps none', async () => {
    await set({ syncCursor: cursorFrom(secondsAgo(60)) })
    await updateSyncCursor(payments.database, await turn(), null, { dueInMs: 0 })
    expect((await find()).syncCursor).toBeNull()
  })

  it('is that of its own connection', async () => {
    const { database, connectionId } = payments
    await updateSyncCursor(database, await turn(), cursorFrom(secondsAgo(60)), { dueInMs: 0 })
    const run = { since: null, startedAt: '2026-01-01', newest: null }
    await finishSyncRun(database, await turn(), run, 0)
    const others = await database.run((db) =>
      db.execute(sql`select 1 from connections
        where id <> ${connectionId} and (sync_cursor is not null or poll_due_at <> 'infinity')`),
    )
    expect(others).toEqual([])
  })
})

describe('a sync run that came to the end of the list', () => {
  const [early, late, later] = [secondsAgo(900), secondsAgo(600), secondsAgo(300)]

  async function finish(startedAt: Date, newest: Date | null): Promise<Date | null> {
    const run = {
      since: null,
      startedAt: startedAt.toISOString(),
      newest: newest?.toISOString() ?? null,
    }
    await finishSyncRun(payments.database, await turn(), run, 7_000)
    return (await find()).polledUntil
  }

  it.each([
    ['the newest change, where that is before its beginning', late, early, early],
    ['its own beginning, where a change is newer', early, late, early],
  ])('has seen all up to %s', async (_, startedAt, newest, until) => {
    expect(await finish(startedAt, newest)).toEqual(until)
  })

  it('that met nothing has seen no more than was known', async () => {
    expect(await finish(late, null)).toBeNull()
    await set({ polledUntil: early })
    expect(await finish(late, null)).toEqual(early)
  })

  it('never takes back what was seen', async () => {
    await set({ polledUntil: later })
    expect(await finish(late, early)).toEqual(later)
  })

  it('is over, and the next begins when it is due', async () => {
    await set({ syncCursor: cursorFrom(early) })
    await finish(late, early)
    const { syncCursor, pollDueAt } = await find()
    expect(syncCursor).toBeNull()
    expect(Math.abs(Number(pollDueAt) - Date.now() - 7_000)).toBeLessThan(5_000)
  })
})

describe('a turn that is not the connection’s own any more', () => {
  const run = { since: null, startedAt: new Date().toISOString(), newest: new Date().toISOString() }

  it.each([
    [
      'keeps no position',
      (old: SyncTurn) => updateSyncCursor(payments.database, old, null, { dueInMs: 9_000 }),
    ],
    ['ends no run', (old: SyncTurn) => finishSyncRun(payments.database, old, run, 9_000)],
  ])('%s after a restart, which stays due from the beginning', async (_, write) => {
    await set({ pollDueAt: secondsAgo(1), polledUntil: secondsAgo(900) })
    const claimed = await claim()
    if (claimed === null) throw new Error('nothing was claimed')
    await restartSync(payments.database, payments.connectionId)
    await write(claimed)
    expect(await claim()).toMatchObject({ reached: null, since: null })
  })

  it('keeps no position once another turn has begun', async () => {
    await set({ pollDueAt: secondsAgo(1) })
    const old = await claim()
    if (old === null) throw new Error('nothing was claimed')
    await set({ pollDueAt: secondsAgo(1) })
    await claim()
    await updateSyncCursor(payments.database, old, cursorFrom(secondsAgo(60)), { dueInMs: 0 })
    expect((await find()).syncCursor).toBeNull()
  })
})
