import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { sessions, users } from '@/db/schema/people'
import { LIMITS } from '@/lib/config/limits'
import { startEmptyDatabase, type EmptyDatabase } from '@/testing/empty-database'
import { findLiveSession, hasEndedIdle, insertSession, revokeSession } from './sessions'
import { listSessions } from './sessions-of-person'
import { upsertUsers } from './users'

let empty: EmptyDatabase
let database: Database
let userId: string

beforeAll(async () => {
  empty = await startEmptyDatabase()
  database = empty.database
})

beforeEach(async () => {
  userId = randomUUID()
  const email = `${userId}@paydesk.example`
  await upsertUsers(empty.owner, [
    { id: userId, email, name: 'Anna Lie', role: 'support', passwordHash: 'none' },
  ])
})

afterAll(() => empty.stop())

async function open(maxAgeS = 3_600): Promise<string> {
  const id = randomUUID()
  expect(await insertSession(database, { id, userId, epoch: 0, userAgent: 'test', maxAgeS })).toBe(
    true,
  )
  return id
}

function disable() {
  return database.run((db) =>
    db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, userId)),
  )
}

const { sessionIdleS, sessionUseWrittenS } = LIMITS.access
const endS = sessionIdleS + sessionUseWrittenS

/** Moves the last use into the past. */
function leave(id: string, seconds: number) {
  const lastUsedAt = sql`now() - make_interval(secs => ${seconds})`
  return database.run((db) => db.update(sessions).set({ lastUsedAt }).where(eq(sessions.id, id)))
}

async function ageOf(id: string): Promise<number> {
  const age = sql<number>`extract(epoch from now() - ${sessions.lastUsedAt})::int`
  const [row] = await database.run((db) =>
    db.select({ age }).from(sessions).where(eq(sessions.id, id)),
  )
  return row?.age ?? -1
}

it('sessions: finds the person of a live session', async () => {
  const sessionId = await open()
  const email = `${userId}@paydesk.example`
  expect(await findLiveSession(database, sessionId)).toEqual({
    actor: { userId, sessionId, name: 'Anna Lie', email, role: 'support', scope: 'all' },
    settings: { language: null, timeZone: null, theme: null },
    readAt: expect.stringMatching(/^\d{4}-.*Z$/),
    needsSecondFactor: false,
  })
})

it('sessions: sets the end of a session by the clock of the database', async () => {
  const id = await open(600)
  const [row] = await database.run((db) => db.select().from(sessions).where(eq(sessions.id, id)))
  expect(row).toMatchObject({ userAgent: 'test', revokedAt: null })
  expect(Number(row?.expiresAt) - Number(row?.createdAt)).toBe(600_000)
})

it('sessions: finds no person for an unknown or expired session', async () => {
  expect(await findLiveSession(database, randomUUID())).toBeNull()
  expect(await findLiveSession(database, await open(0))).toBeNull()
})

it('sessions: ends a revoked session at once, and the others not', async () => {
  const [first, second] = [await open(), await open()]
  expect(await revokeSession(database, first)).toBe(true)
  expect(await revokeSession(database, first)).toBe(false)
  expect(await findLiveSession(database, first)).toBeNull()
  expect(await findLiveSession(database, second)).not.toBeNull()
})

it('sessions: neither finds nor opens sessions of an epoch that is over', async () => {
  const sessionId = await open()
  await database.run((db) => db.update(users).set({ sessionEpoch: 1 }).where(eq(users.id, userId)))
  expect(await findLiveSession(database, sessionId)).toBeNull()
  const late = { id: randomUUID(), userId, epoch: 0, userAgent: null, maxAgeS: 600 }
  expect(await insertSession(database, late)).toBe(false)
})

it('sessions: opens a session in the epoch after all were ended, and finds it', async () => {
  await database.run((db) => db.update(users).set({ sessionEpoch: 1 }).where(eq(users.id, userId)))
  const next = { id: randomUUID(), userId, epoch: 1, userAgent: null, maxAgeS: 600 }
  expect(await insertSession(database, next)).toBe(true)
  expect(await findLiveSession(database, next.id)).toMatchObject({ actor: { userId } })
})

it('sessions: neither finds nor opens sessions of a disabled person', async () => {
  const sessionId = await open()
  await disable()
  expect(await findLiveSession(database, sessionId)).toBeNull()
  const late = { id: randomUUID(), userId, epoch: 0, userAgent: null, maxAgeS: 600 }
  expect(await insertSession(database, late)).toBe(false)
})

describe('the last use of a session', () => {
  it('ends it when it is too long ago, and it is not prolonged any more', async () => {
    const id = await open()
    await leave(id, endS - 5)
    expect(await findLiveSession(database, id)).not.toBeNull()
    expect(await hasEndedIdle(database, id)).toBe(false)
    await leave(id, endS)
    expect(await findLiveSession(database, id, true)).toBeNull()
    expect(await ageOf(id)).toBeGreaterThanOrEqual(endS)
    expect(await hasEndedIdle(database, id)).toBe(true)
    expect(await listSessions(database, userId, 5)).toEqual([])
  })

  it('is not what ended a session that was revoked, is over, or is of an ended epoch', async () => {
    const [revoked, over, kept] = [await open(), await open(0), await open()]
    await revokeSession(database, revoked)
    for (const id of [revoked, over, kept]) await leave(id, endS)
    expect(await hasEndedIdle(database, kept)).toBe(true)
    await database.run((db) =>
      db.update(users).set({ sessionEpoch: 1 }).where(eq(users.id, userId)),
    )
    for (const id of [revoked, over, kept]) expect(await hasEndedIdle(database, id)).toBe(false)
  })
})

describe('the last use of a session is written', () => {
  it('by what a person does, and by no other read', async () => {
    const id = await open()
    await leave(id, 600)
    expect(await findLiveSession(database, id)).not.toBeNull()
    expect(await ageOf(id)).toBeGreaterThanOrEqual(600)
    expect(await findLiveSession(database, id, true)).not.toBeNull()
    expect(await ageOf(id)).toBeLessThan(5)
  })

  it('once in a minute, of 20 requests at once by one', async () => {
    const id = await open()
    for (const statement of [
      sql`create table session_writes (id uuid)`,
      sql`create function note_write() returns trigger language plpgsql security definer as
        'begin insert into session_writes values (new.id); return new; end'`,
      sql`create trigger note_write after update on sessions
        for each row when (new.last_used_at > now() - interval '5 s')
        execute function note_write()`,
    ]) {
      await empty.owner.run((db) => db.execute(statement))
    }
    const writes = () =>
      empty.owner.run(async (db) => (await db.execute(sql`select id from session_writes`)).length)
    await leave(id, sessionUseWrittenS - 5)
    expect(await findLiveSession(database, id, true)).not.toBeNull()
    expect(await writes()).toBe(0)
    await leave(id, sessionUseWrittenS + 1)
    const found = await Promise.all(
      Array.from({ length: 20 }, () => findLiveSession(database, id, true)),
    )
    expect(found.every((session) => session !== null)).toBe(true)
    expect(await writes()).toBe(1)
  })

  it('without waiting for a request that holds the session', async () => {
    const id = await open()
    await leave(id, 600)
    await database.run((db) =>
      db.transaction(async (held) => {
        await held.execute(sql`select 1 from sessions where id = ${id}::uuid for update`)
        expect(await findLiveSession(database, id, true)).not.toBeNull()
      }),
    )
    expect(await ageOf(id)).toBeGreaterThanOrEqual(600)
  })
})
