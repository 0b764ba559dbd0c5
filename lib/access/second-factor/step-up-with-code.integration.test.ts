import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Database, database } from '@/db/client'
import { revokeSession } from '@/db/queries/access/sessions'
import { findStepUpState } from '@/db/queries/access/step-up'
import { findUserByEmail } from '@/db/queries/access/users'
import { auditEntries } from '@/db/schema/audit'
import { sessions, signInThrottles, users } from '@/db/schema/people'
import { appFactors, recoveryCodes } from '@/db/schema/second-factors'
import { seedDemoPeople } from '@/db/seed/demo-people'
import { encryptionKeys } from '@/lib/config/key-ring'
import type { Actor } from '@/lib/domain/access/actor'
import { log } from '@/lib/observability/log'
import { setProvedAgo } from '@/testing/prove-in-session'
import { setTestEnvironment } from '@/testing/test-environment'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { hashRecoveryCode } from './recovery-codes'
import { stepUpWithCode } from './step-up-with-code'
import { newAppSecret, sealAppSecret } from './totp'

const RECOVERY = 'abcde-fghjk-mnpqr-stuvw-xyz23'
const NETWORK = '203.0.113.7'
/** Ten seconds into a step. */
const AT = new Date('2026-11-30T12:00:10Z')

let made: TestDatabase
let owner: Database
let secret: string
let actor: Actor

beforeAll(async () => {
  made = await createTestDatabase()
  owner = new Database(made.ownerUrl, 2)
  setTestEnvironment({ DATABASE_URL: made.url })
})
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: AT })
  await database().run((db) => db.delete(signInThrottles))
  await owner.run((db) => db.delete(users))
  await seedDemoPeople(owner)
  actor = await personOf('support')
  secret = newAppSecret()
  const { userId } = actor
  const sealedSecret = sealAppSecret(secret, userId, encryptionKeys())
  const app = { userId, sealedSecret, confirmedAt: AT, lastStep: 0 }
  await database().run((db) => db.insert(appFactors).values(app))
  const codeHash = hashRecoveryCode(userId, RECOVERY.replaceAll('-', ''))
  await database().run((db) => db.insert(recoveryCodes).values({ userId, codeHash }))
})
afterAll(async () => {
  vi.useRealTimers()
  await Promise.all([database().close(), owner.close()])
  await made.drop()
})

async function personOf(role: Actor['role']): Promise<Actor> {
  const email = `${role}@paydesk.example`
  const user = await findUserByEmail(database(), email)
  const userId = user?.id ?? ''
  const sessionId = await openSession(userId)
  return { userId, sessionId, name: user?.name ?? '', email, role, scope: 'all' }
}

async function openSession(userId: string): Promise<string> {
  const id = randomUUID()
  const expiresAt = sql`now() + interval '1 hour'`
  await database().run((db) => db.insert(sessions).values({ id, userId, expiresAt }))
  return id
}

function enter(code: string, who = actor) {
  const context = { actor: who, requestId: randomUUID(), database: database() }
  return stepUpWithCode(context, { code }, NETWORK)
}

function codeAt(offS = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + offS })
}

function wrongCode(): string {
  return String((Number(codeAt()) + 1) % 1_000_000).padStart(6, '0')
}

async function isFresh(who: Pick<Actor, 'userId' | 'sessionId'> = actor): Promise<boolean> {
  return (await findStepUpState(database(), who)).isFresh
}

function refusal(code: string, rest: object = {}) {
  return { ok: false, error: { code, ...rest } }
}

const WRONG = refusal('code_wrong', { field: 'code' })

describe('a fresh second factor', () => {
  it.each([
    [0, true],
    [299, true],
    [301, false],
  ])('proved %i s ago in this session is fresh: %s', async (seconds, fresh) => {
    expect(await isFresh()).toBe(false)
    await setProvedAgo(database(), actor.sessionId, seconds)
    expect(await isFresh()).toBe(fresh)
  })

  it('is that of one live session alone', async () => {
    const other = { ...actor, sessionId: await openSession(actor.userId) }
    await setProvedAgo(database(), actor.sessionId, 1)
    expect(await isFresh(other)).toBe(false)
    const { userId: strangerId } = await personOf('admin')
    expect(await isFresh({ userId: strangerId, sessionId: actor.sessionId })).toBe(false)
    await revokeSession(database(), actor.sessionId)
    expect(await isFresh()).toBe(false)
  })

  it('ends with all sessions, and while the person is disabled', async () => {
    await setProvedAgo(database(), actor.sessionId, 1)
    const change = (values: Partial<typeof users.$inferInsert>) =>
      database().run((db) => db.update(users).set(values).where(eq(users.id, actor.userId)))
    await change({ disabledAt: new Date() })
    expect(await isFresh()).toBe(false)
    await change({ disabledAt: null, sessionEpoch: 1 })
    expect(await isFresh()).toBe(false)
    await change({ sessionEpoch: 0 })
    expect(await isFresh()).toBe(true)
  })

  it('can be proved in the ways that the person has', async () => {
    const ways = async (who: Actor) => (await findStepUpState(database(), who)).ways
    expect(await ways(actor)).toEqual(['code'])
    expect(await ways(await personOf('admin'))).toEqual([])
    await database().run((db) => db.update(appFactors).set({ confirmedAt: null, lastStep: null }))
    expect(await ways(actor)).toEqual([])
  })
})

describe('stepping up with a code', () => {
  it('makes this session fresh, and no other one', async () => {
    const other = { ...actor, sessionId: await openSession(actor.userId) }
    expect(await enter(codeAt())).toEqual({ ok: true, value: null })
    expect(await isFresh()).toBe(true)
    expect(await isFresh(other)).toBe(false)
  })

  it('takes a code once, also of many at once, in one session and in two', async () => {
    const other = { ...actor, sessionId: await openSession(actor.userId) }
    const results = await Promise.all([actor, other, actor].map((who) => enter(codeAt(), who)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter(({ ok }) => !ok)).toEqual([WRONG, WRONG])
    expect(await enter(codeAt())).toEqual(WRONG)
    expect(await enter(codeAt(30))).toMatchObject({ ok: true })
  })

  it('takes a recovery code once, and writes it into the audit trail', async () => {
    expect(await enter(RECOVERY)).toMatchObject({ ok: true })
    expect(await isFresh()).toBe(true)
    expect(await enter(RECOVERY)).toEqual(WRONG)
    const entries = await database().run((db) =>
      db.select().from(auditEntries).where(eq(auditEntries.streamId, actor.userId)),
    )
    expect(entries).toMatchObject([
      { action: 'person.recovery_code_used', actorId: actor.userId, detail: { codesLeft: 0 } },
    ])
  })

  it('refuses the code of another person, and people without an app', async () => {
    const admin = await personOf('admin')
    expect(await enter(codeAt(), admin)).toEqual(refusal('second_factor_off'))
    expect(await enter(RECOVERY, admin)).toEqual(refusal('second_factor_off'))
    expect(await isFresh(admin)).toBe(false)
  })

  it('is too late in a session that has ended meanwhile, and leaves the code as it was', async () => {
    await revokeSession(database(), actor.sessionId)
    expect(await enter(codeAt())).toEqual(refusal('not_signed_in'))
    const other = { ...actor, sessionId: await openSession(actor.userId) }
    expect(await enter(codeAt(), other)).toMatchObject({ ok: true })
    await database().run((db) => db.update(users).set({ sessionEpoch: 1 }))
    expect(await enter(RECOVERY, other)).toEqual(refusal('not_signed_in'))
  })

  it('holds back after five wrong codes of the account, whatever the session, and says so once', async () => {
    const info = vi.spyOn(log(), 'info').mockImplementation(() => undefined)
    const other = { ...actor, sessionId: await openSession(actor.userId) }
    expect(await enter('12')).toEqual(refusal('code_malformed', { field: 'code' }))
    for (const who of [actor, other, actor, other, actor]) {
      expect(await enter(wrongCode(), who)).toEqual(WRONG)
    }
    expect(info.mock.calls.map(([line]) => line)).toMatchObject([
      { event: 'lock', scope: 'codes', personId: actor.userId, network: NETWORK },
    ])
    info.mockRestore()
    const late = await enter(codeAt(), other)
    expect(late).toMatchObject(refusal('too_many_codes', { values: { minutes: 15 } }))
    expect(await isFresh(other)).toBe(false)
  })

  it('forgets wrong codes after a right one', async () => {
    for (let time = 0; time < 4; time += 1) expect(await enter(wrongCode())).toEqual(WRONG)
    expect(await enter(codeAt())).toMatchObject({ ok: true })
    for (let time = 0; time < 4; time += 1) expect(await enter(wrongCode())).toEqual(WRONG)
    expect(await enter(codeAt(30))).toMatchObject({ ok: true })
  })
})
