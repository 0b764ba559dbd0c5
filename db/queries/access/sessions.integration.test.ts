import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { sessions, users } from '@/db/schema/people'
import { startEmptyDatabase, type EmptyDatabase } from '@/testing/empty-database'
import { findLiveSession, insertSession, revokeSession } from './sessions'
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
  await upsertUsers(database, [
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

it('sessions: finds the person of a live session', async () => {
  const sessionId = await open()
  const email = `${userId}@paydesk.example`
  expect(await findLiveSession(database, sessionId)).toEqual({
    actor: { userId, sessionId, name: 'Anna Lie', email, role: 'support' },
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
