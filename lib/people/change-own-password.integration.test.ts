import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { findLiveSession, insertSession } from '@/db/queries/access/sessions'
import { listSessions } from '@/db/queries/access/sessions-of-person'
import { findUserByEmail } from '@/db/queries/access/users'
import { auditEntries } from '@/db/schema/audit'
import { knownDevices, signInThrottles, users } from '@/db/schema/people'
import { isPasswordRight } from '@/lib/access/passwords'
import { accountKey } from '@/lib/access/throttle-keys'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import { setTestEnvironment } from '@/testing/test-environment'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { addPerson } from './add-person'
import { changeOwnPassword } from './change-own-password'
import { endOwnSession } from './end-own-session'

const EMAIL = 'anna@paydesk.example'
const CURRENT = 'a password for tests'
const NEXT = 'another password for tests'

let made: TestDatabase
let database: Database
let owner: Database
let anna: Actor

beforeAll(async () => {
  made = await createTestDatabase()
  database = new Database(made.url)
  owner = new Database(made.ownerUrl, 2)
  setTestEnvironment({ DATABASE_URL: made.url })
})
beforeEach(async () => {
  await owner.run((db) => db.delete(users))
  await database.run((db) => db.delete(signInThrottles))
  const request = { requestId: randomUUID(), reason: null, actor: null }
  const person = { email: EMAIL, name: 'Anna Lie', role: 'admin', scope: 'all' as const }
  await addPerson(owner, { ...person, password: CURRENT }, request)
  const { name, scope } = person
  anna = { userId: (await user()).id, sessionId: '', name, email: EMAIL, role: 'admin', scope }
  anna = { ...anna, sessionId: await openSession() }
})
afterAll(async () => {
  await Promise.all([database.close(), owner.close()])
  await made.drop()
})

async function user() {
  const found = await findUserByEmail(database, EMAIL)
  if (found === null) throw new Error('there is no such person')
  return found
}

async function openSession(): Promise<string> {
  const { id: userId, sessionEpoch: epoch } = await user()
  const session = { id: randomUUID(), userId, epoch, userAgent: 'test', maxAgeS: 60 }
  await insertSession(database, session)
  return session.id
}

function change(current = CURRENT, next = NEXT) {
  const context = { actor: anna, requestId: randomUUID(), database }
  return changeOwnPassword(context, { current, next })
}

async function isLive(sessionId: string): Promise<boolean> {
  return (await findLiveSession(database, sessionId)) !== null
}

/** The newest entry of the person's audit stream; those of the tests before stay. */
async function lastEntry() {
  const entries = await database.run((db) =>
    db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.streamId, anna.userId))
      .orderBy(auditEntries.sequence),
  )
  return entries.at(-1)
}

it('own password: changes it, keeps this session, and ends all others', async () => {
  const other = await openSession()
  expect(await change()).toEqual({ ok: true, value: { sessionsEnded: 1 } })
  expect(await isPasswordRight((await user()).passwordHash, NEXT)).toBe(true)
  expect([await isLive(anna.sessionId), await isLive(other)]).toEqual([true, false])
  expect((await listSessions(database, anna.userId, 10)).map(({ id }) => id)).toEqual([
    anna.sessionId,
  ])
  expect(await lastEntry()).toMatchObject({
    action: 'person.password_changed',
    actorId: anna.userId,
    detail: { sessionsEnded: 1 },
  })
})

it('own password: keeps the devices known that were known until then', async () => {
  const { userId } = anna
  const { sessionEpoch: epoch } = await user()
  const known = (tokenHash: string, of: number) => ({
    userId,
    tokenHash,
    epoch: of,
    expiresAt: new Date(),
  })
  await database.run((db) =>
    db.insert(knownDevices).values([known('now', epoch), known('before', epoch - 1)]),
  )
  expect(await change()).toMatchObject({ ok: true })
  const devices = await database.run((db) =>
    db.select().from(knownDevices).orderBy(knownDevices.tokenHash),
  )
  expect(devices.map((device) => device.epoch)).toEqual([epoch - 1, epoch + 1])
})

it('own password: asks for the current one, and bounds the tries, apart from those of signing in', async () => {
  for (let time = 0; time < LIMITS.access.failuresPerAccount; time += 1) {
    expect(await change('wrong')).toEqual({
      ok: false,
      error: { code: 'password_wrong', field: 'current' },
    })
  }
  expect(await change()).toMatchObject({ error: { code: 'too_many_passwords' } })
  expect(await isPasswordRight((await user()).passwordHash, CURRENT)).toBe(true)
  const [counted, ...others] = await database.run((db) => db.select().from(signInThrottles))
  expect(others).toEqual([])
  expect(counted?.key).not.toBe(accountKey(EMAIL, env().NEXTAUTH_SECRET))
})

it('own password: forgets earlier tries once the current one was right', async () => {
  await change('wrong')
  await change()
  expect(await database.run((db) => db.$count(signInThrottles))).toBe(0)
})

it.each([
  ['password_too_short', 'elevenchars'],
  ['password_common', 'qwertyqwerty'],
  ['password_personal', 'Paydesk-2026!'],
  ['password_too_long', 'x'.repeat(201)],
])('own password: refuses a new one as %s, without a try', async (code, next) => {
  expect(await change(CURRENT, next)).toEqual({ ok: false, error: { code, field: 'next' } })
  expect(await database.run((db) => db.$count(signInThrottles))).toBe(0)
})

it('own password: of two changes at once by the same current one, one counts', async () => {
  const results = await Promise.all([change(), change(CURRENT, 'a third password for tests')])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
})

it('own sessions: another browser is signed out once, and only one’s own', async () => {
  const other = await openSession()
  const context = { actor: anna, requestId: randomUUID(), database }
  expect(await endOwnSession(context, { sessionId: other })).toMatchObject({ ok: true })
  expect(await isLive(other)).toBe(false)
  expect(await lastEntry()).toMatchObject({
    action: 'person.browser_signed_out',
    actorId: anna.userId,
  })
  const gone = { ok: false, error: { code: 'session_gone' } }
  expect(await endOwnSession(context, { sessionId: other })).toEqual(gone)
  const stranger = { ...context, actor: { ...anna, userId: randomUUID() } }
  expect(await endOwnSession(stranger, { sessionId: anna.sessionId })).toEqual(gone)
  expect(await isLive(anna.sessionId)).toBe(true)
})

it('own password: a session that was ended meanwhile stays ended', async () => {
  await database.run((db) => db.update(users).set({ sessionEpoch: 1 }))
  expect(await change()).toMatchObject({ ok: true })
  expect(await isLive(anna.sessionId)).toBe(false)
})
