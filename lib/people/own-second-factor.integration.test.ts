import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Database } from '@/db/client'
import { readSetting } from '@/db/queries/access/organization-settings'
import { findSecondFactor } from '@/db/queries/access/second-factors'
import { findLiveSession } from '@/db/queries/access/sessions'
import { findUserByEmail } from '@/db/queries/access/users'
import { auditEntries } from '@/db/schema/audit'
import { organizationSettings } from '@/db/schema/organization-settings'
import { knownDevices, sessions, signInThrottles, users } from '@/db/schema/people'
import { appFactors, recoveryCodes } from '@/db/schema/second-factors'
import { isPasswordRight } from '@/lib/access/passwords'
import { verifyChains } from '@/lib/audit/verify-chains'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import { ORGANIZATION_STREAM_ID } from '@/lib/domain/access/organization-settings'
import type { Role } from '@/lib/domain/access/permission'
import { setTestEnvironment } from '@/testing/test-environment'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { addPerson } from './add-person'
import { resetSecondFactor, resetSecondFactorByLink } from './change-person'
import { choosePassword } from './choose-password'
import { makePersonLink } from './make-person-link'
import { confirmSetUp, makeNewCodes, startSetUp, turnOff } from './own-second-factor'
import { requireSecondFactor } from './require-second-factor'
import { unlockPerson } from './unlock-person'

const PASSWORD = 'a password for tests'
const AT = new Date('2026-11-30T12:00:10Z')

let made: TestDatabase
let database: Database
let owner: Database
let anna: Actor
let secret: string

beforeAll(async () => {
  made = await createTestDatabase()
  database = new Database(made.url)
  owner = new Database(made.ownerUrl, 2)
  setTestEnvironment({ DATABASE_URL: made.url })
})
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: AT })
  await owner.run((db) => db.delete(users))
  await database.run((db) => db.delete(signInThrottles))
  await owner.run((db) => db.delete(organizationSettings))
  anna = await add('anna', 'admin')
})
afterAll(async () => {
  vi.useRealTimers()
  await Promise.all([database.close(), owner.close()])
  await made.drop()
})

function operator() {
  return { requestId: randomUUID(), reason: null, actor: null }
}

async function add(name: string, role: Role): Promise<Actor> {
  const email = `${name}@paydesk.example`
  await addPerson(owner, { email, name, role, scope: 'all', password: PASSWORD }, operator())
  const user = await findUserByEmail(database, email)
  const userId = user?.id ?? ''
  return { userId, sessionId: await openSession(userId), name, email, role, scope: 'all' }
}

/** A session as it stands after signing in, with or without a second factor. */
async function openSession(userId: string): Promise<string> {
  const [user] = await database.run((db) => db.select().from(users).where(eq(users.id, userId)))
  const id = randomUUID()
  const epoch = user?.sessionEpoch ?? 0
  const expiresAt = sql`now() + interval '1 hour'`
  await database.run((db) => db.insert(sessions).values({ id, userId, epoch, expiresAt }))
  return id
}

function context(actor = anna) {
  return { actor, requestId: randomUUID(), database }
}

function codeAt(offS = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + offS })
}

async function start() {
  const started = await startSetUp(context(), { current: PASSWORD })
  if (!started.ok) throw new Error(started.error.code)
  secret = started.value.secret
  return started.value
}

async function setUp(): Promise<readonly string[]> {
  await start()
  const confirmed = await confirmSetUp(context(), { code: codeAt() })
  if (!confirmed.ok) throw new Error(confirmed.error.code)
  return confirmed.value.codes
}

async function isLive(sessionId: string): Promise<boolean> {
  return (await findLiveSession(database, sessionId)) !== null
}

/** The newest entry of an audit stream; those of the tests before stay. */
async function lastEntry(streamId = anna.userId) {
  const entries = await database.run((db) =>
    db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.streamId, streamId))
      .orderBy(auditEntries.sequence),
  )
  return entries.at(-1)
}

const WRONG = { ok: false, error: { code: 'code_wrong', field: 'code' } }

describe('setting up an app', () => {
  it('counts for nothing before the first code', async () => {
    await start()
    expect(await findSecondFactor(database, anna.userId)).toEqual({ appSince: null, codesLeft: 0 })
  })

  it('is confirmed by a first code: ten recovery codes, this session stays, others end', async () => {
    const other = await openSession(anna.userId)
    const { picture } = await start()
    expect(picture.path).toMatch(/^M\d/)
    const confirmed = await confirmSetUp(context(), { code: codeAt() })
    expect(confirmed).toMatchObject({ ok: true, value: { sessionsEnded: 1 } })
    expect(await findSecondFactor(database, anna.userId)).toMatchObject({ codesLeft: 10 })
    expect([await isLive(anna.sessionId), await isLive(other)]).toEqual([true, false])
    const [own] = await database.run((db) =>
      db.select().from(sessions).where(eq(sessions.id, anna.sessionId)),
    )
    expect(own?.secondFactorAt).toBeInstanceOf(Date)
    expect(await lastEntry()).toMatchObject({
      streamId: anna.userId,
      action: 'person.second_factor_set_up',
      actorId: anna.userId,
      detail: { sessionsEnded: 1 },
    })
    expect((await verifyChains(database)).firstBad).toBeNull()
  })

  it('asks for the password, and bounds its tries', async () => {
    for (let time = 0; time < LIMITS.access.failuresPerAccount; time += 1) {
      expect(await startSetUp(context(), { current: 'wrong' })).toMatchObject({
        error: { code: 'password_wrong', field: 'current' },
      })
    }
    expect(await startSetUp(context(), { current: PASSWORD })).toMatchObject({
      error: { code: 'too_many_passwords' },
    })
    expect(await database.run((db) => db.$count(appFactors))).toBe(0)
  })

  it('refuses another app’s code, what is no code, and a set-up that is over or begun anew', async () => {
    const before = await start()
    await start()
    const old = generateSync({ secret: before.secret, epoch: AT.getTime() / 1000 })
    expect(await confirmSetUp(context(), { code: old })).toEqual(WRONG)
    expect(await confirmSetUp(context(), { code: 'abcdef' })).toMatchObject({
      error: { code: 'code_malformed', field: 'code' },
    })
    await database.run((db) =>
      db.update(appFactors).set({ createdAt: sql`now() - interval '16 minutes'` }),
    )
    expect(await confirmSetUp(context(), { code: codeAt() })).toMatchObject({
      error: { code: 'set_up_over' },
    })
  })

  it('is confirmed once, and refused where an app is there', async () => {
    await start()
    const results = await Promise.all(
      [0, 30].map((offS) => confirmSetUp(context(), { code: codeAt(offS) })),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await database.run((db) => db.$count(recoveryCodes))).toBe(10)
    expect(await startSetUp(context(), { current: PASSWORD })).toMatchObject({
      error: { code: 'second_factor_on' },
    })
  })
})

describe('changing a second factor', () => {
  it('keeps the devices known that were known until then', async () => {
    const device = { userId: anna.userId, tokenHash: 'd', epoch: 0, expiresAt: AT }
    await database.run((db) => db.insert(knownDevices).values(device))
    await setUp()
    await turnOff(context(), { current: PASSWORD, code: codeAt(30) })
    expect(await database.run((db) => db.select().from(knownDevices))).toMatchObject([{ epoch: 2 }])
  })

  it('makes new recovery codes in place of those before', async () => {
    const before = await setUp()
    const other = await openSession(anna.userId)
    const from = context({ ...anna, address: '203.0.113.7' })
    const made = await makeNewCodes(from, { current: PASSWORD, code: codeAt(30) })
    if (!made.ok) throw new Error(made.error.code)
    expect(made.value.sessionsEnded).toBe(1)
    expect([await isLive(anna.sessionId), await isLive(other)]).toEqual([true, false])
    expect(made.value.codes.filter((code) => before.includes(code))).toEqual([])
    expect(await database.run((db) => db.$count(recoveryCodes))).toBe(10)
    expect(await lastEntry()).toMatchObject({
      action: 'person.recovery_codes_made',
      address: '203.0.113.7',
    })
    expect(await turnOff(context(), { current: PASSWORD, code: before[0] ?? '' })).toEqual(WRONG)
    const proof = { current: PASSWORD, code: made.value.codes[0] ?? '' }
    expect(await makeNewCodes(context(), proof)).toMatchObject({ ok: true })
    expect(await findSecondFactor(database, anna.userId)).toMatchObject({ codesLeft: 10 })
  })

  it.each(['app', 'recovery'])('is turned off by a code of the %s, once', async (kind) => {
    const [recovery = ''] = await setUp()
    const proof = { current: PASSWORD, code: kind === 'app' ? codeAt(30) : recovery }
    const results = await Promise.all([turnOff(context(), proof), turnOff(context(), proof)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await database.run((db) => db.$count(appFactors))).toBe(0)
    expect(await database.run((db) => db.$count(recoveryCodes))).toBe(0)
    expect(await isLive(anna.sessionId)).toBe(true)
    expect(await lastEntry()).toMatchObject({ action: 'person.second_factor_turned_off' })
    expect(await turnOff(context(), proof)).toMatchObject({ error: { code: 'second_factor_off' } })
  })

  it('takes no code that was used before, and counts wrong ones', async () => {
    await setUp()
    const proof = { current: PASSWORD, code: codeAt() }
    for (let time = 0; time < LIMITS.access.failuresPerAccount; time += 1) {
      expect(await turnOff(context(), proof)).toEqual(WRONG)
    }
    const right = { current: PASSWORD, code: codeAt(30) }
    expect(await turnOff(context(), right)).toMatchObject({ error: { code: 'too_many_codes' } })
    const request = { requestId: randomUUID(), reason: null, actor: null }
    await unlockPerson(database, { person: { email: anna.email }, request }, null)
    expect(await turnOff(context(), right)).toMatchObject({ ok: true })
  })

  it('is refused without the password', async () => {
    await setUp()
    const proof = { current: 'wrong', code: codeAt(30) }
    for (const change of [turnOff, makeNewCodes]) {
      expect(await change(context(), proof)).toMatchObject({ error: { code: 'password_wrong' } })
    }
    expect(await database.run((db) => db.$count(appFactors))).toBe(1)
  })
})

describe('a second factor that a role needs', () => {
  it('is needed from the next request on by those who have none', async () => {
    const bo = await add('bo', 'staff')
    expect(await requireSecondFactor(owner, ['admin'], operator())).toEqual({
      ok: true,
      value: { roles: ['admin'], isChanged: true },
    })
    expect(await lastEntry(ORGANIZATION_STREAM_ID)).toMatchObject({
      action: 'organization.setting_changed',
      actorRole: 'operator',
      detail: { setting: 'second_factor_roles', value: ['admin'] },
    })
    const needs = async ({ sessionId }: Actor) =>
      (await findLiveSession(database, sessionId))?.needsSecondFactor
    expect([await needs(anna), await needs(bo)]).toEqual([true, false])
    await setUp()
    expect(await needs(anna)).toBe(false)
    expect((await verifyChains(database)).firstBad).toBeNull()
  })

  it('cannot be turned off', async () => {
    await setUp()
    await requireSecondFactor(owner, ['admin'], operator())
    const proof = { current: PASSWORD, code: codeAt(30) }
    expect(await turnOff(context(), proof)).toMatchObject({
      error: { code: 'second_factor_needed' },
    })
    await requireSecondFactor(owner, [], operator())
    expect(await readSetting(database, 'second_factor_roles')).toEqual([])
    expect(await turnOff(context(), proof)).toMatchObject({ ok: true })
  })

  it('refuses a role that is none, and writes nothing for what is set already', async () => {
    expect(await requireSecondFactor(owner, ['boss'], operator())).toEqual({
      ok: false,
      refusal: 'role_unknown',
    })
    const roles = ['support', 'admin']
    await requireSecondFactor(owner, roles, operator())
    const before = await database.run((db) => db.$count(auditEntries))
    expect(await requireSecondFactor(owner, roles.toReversed(), operator())).toMatchObject({
      value: { isChanged: false },
    })
    expect(await database.run((db) => db.$count(auditEntries))).toBe(before)
  })

  it('is not changed by a person whose role has changed meanwhile', async () => {
    const request = { ...operator(), actor: { ...anna, role: 'staff' as const } }
    expect(await requireSecondFactor(database, ['admin'], request)).toEqual({
      ok: false,
      refusal: 'actor_changed',
    })
  })
})

describe('a lost second factor', () => {
  it('is taken away by an admin, with all sessions, and only once', async () => {
    await setUp()
    const bo = await add('bo', 'admin')
    const target = { person: { id: anna.userId }, request: { ...operator(), actor: bo } }
    expect(await resetSecondFactor(database, target)).toMatchObject({
      value: { isChanged: true, sessionsEnded: 1 },
    })
    expect(await isLive(anna.sessionId)).toBe(false)
    expect(await database.run((db) => db.$count(appFactors))).toBe(0)
    expect(await database.run((db) => db.$count(recoveryCodes))).toBe(0)
    expect(await lastEntry()).toMatchObject({
      streamId: anna.userId,
      action: 'person.second_factor_reset',
      actorId: bo.userId,
    })
    expect(await resetSecondFactor(database, target)).toMatchObject({ value: { isChanged: false } })
  })

  it('is replaced by a one-time link, without which the password counts no more', async () => {
    await setUp()
    const request = { ...operator(), actor: await add('bo', 'admin') }
    const earlier = await makePersonLink(database, anna.userId, request)
    const reset = () => resetSecondFactorByLink(database, { personId: anna.userId, request })
    const done = await reset()
    if (!earlier.ok || !done.ok) throw new Error('it was refused')
    expect(done.value).toMatchObject({ isChanged: true, link: { isInvitation: false } })
    expect(await lastEntry()).toMatchObject({
      action: 'person.second_factor_reset',
      detail: { sessionsEnded: 1, linkMade: true },
    })
    const user = await findUserByEmail(database, anna.email)
    expect(user?.passwordHash).toMatch(/^\$argon2id/)
    expect(await isPasswordRight(user?.passwordHash ?? null, PASSWORD)).toBe(false)
    const use = (token = '') =>
      choosePassword(database, {
        token,
        password: 'four words of my own',
        ...operator(),
        address: null,
      })
    expect(await use(earlier.value.token)).toMatchObject({ error: { code: 'link_unusable' } })
    expect(await use(done.value.link?.token)).toMatchObject({ value: { userId: anna.userId } })
    expect(await use(done.value.link?.token)).toMatchObject({ error: { code: 'link_unusable' } })
    expect(await reset()).toEqual({ ok: true, value: { isChanged: false, link: null } })
    const again = await findUserByEmail(database, anna.email)
    expect(await isPasswordRight(again?.passwordHash ?? null, 'four words of my own')).toBe(true)
  })

  it('is not taken away by its own person, or by one who may do less', async () => {
    await setUp()
    const person = { id: anna.userId }
    const own = { person, request: { ...operator(), actor: anna } }
    expect(await resetSecondFactor(database, own)).toEqual({ ok: false, refusal: 'own_account' })
    const cy = await add('cy', 'support')
    const below = { person, request: { ...operator(), actor: cy } }
    expect(await resetSecondFactor(database, below)).toEqual({
      ok: false,
      refusal: 'role_above_own',
    })
    expect(await database.run((db) => db.$count(appFactors))).toBe(1)
  })
})
