import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Database } from '@/db/client'
import { hasEnabledPerson, listPeople } from '@/db/queries/access/list-people'
import { takeSignInTry } from '@/db/queries/access/sign-in-throttles'
import { findLiveSession } from '@/db/queries/access/sessions'
import { auditEntries } from '@/db/schema/audit'
import { sessions, signInThrottles, users } from '@/db/schema/people'
import { signIn } from '@/lib/access/sign-in/sign-in'
import { codeKey, ownPasswordKey } from '@/lib/access/throttle-keys'
import { verifyChains } from '@/lib/audit/verify-chains'
import { randomSecret } from '@/scripts/application/environment'
import { secondsAgo } from '@/testing/operation-row'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { addPerson } from './add-person'
import {
  changePassword,
  changeRole,
  disablePerson,
  enablePerson,
  signOutPerson,
} from './change-person'
import { findLockedPeople } from './find-locked-people'
import { unlockPerson } from './unlock-person'

const SECRET = 'a secret of at least 32 characters'
const PASSWORD = 'a password for tests'
const ADDRESS = '203.0.113.7'
const ANNA = {
  email: 'anna@paydesk.example',
  name: 'Anna Lie',
  password: PASSWORD,
  scope: 'all' as const,
}
const BO = {
  email: 'bo@paydesk.example',
  name: 'Bo Dahl',
  password: PASSWORD,
  scope: 'all' as const,
}

let made: TestDatabase
let database: Database
let owner: Database

beforeAll(async () => {
  made = await createTestDatabase()
  database = new Database(made.url)
  owner = new Database(made.ownerUrl, 2)
  vi.stubEnv('DATABASE_URL', made.url)
  vi.stubEnv('NEXTAUTH_SECRET', SECRET)
  vi.stubEnv('NEXTAUTH_URL', 'https://paydesk.example.com/')
  vi.stubEnv('PAYDESK_ENCRYPTION_KEY', randomSecret())
  vi.stubEnv('LOG_LEVEL', 'silent')
})

beforeEach(async () => {
  await database.run((db) => db.delete(signInThrottles))
  await owner.run((db) => db.delete(users))
})

afterAll(async () => {
  vi.unstubAllEnvs()
  await Promise.all([database.close(), owner.close()])
  await made.drop()
})

function requestFor(reason: string | null = null) {
  return { requestId: randomUUID(), reason, actor: null }
}

function target({ email }: { email: string }, reason: string | null = null) {
  return { person: { email }, request: requestFor(reason) }
}

function add(person: typeof ANNA, role = 'admin') {
  return addPerson(owner, { ...person, role }, requestFor())
}

function attempt(person: { email: string; password: string }) {
  const from = { address: ADDRESS, deviceToken: null, userAgent: 'test', sessionId: randomUUID() }
  const request = Object.assign({ requestId: randomUUID() }, person, from)
  return signIn({ database, secret: SECRET }, request)
}

async function openSession(person: typeof ANNA): Promise<string> {
  const result = await attempt(person)
  if (!result.ok) throw new Error(result.error.code)
  if (result.value.step !== 'session') throw new Error('a code is asked for')
  return result.value.sessionId
}

async function isLive(sessionId: string): Promise<boolean> {
  return (await findLiveSession(database, sessionId)) !== null
}

async function rowOf({ email }: { email: string }) {
  const [row] = await database.run((db) => db.select().from(users).where(eq(users.email, email)))
  if (row === undefined) throw new Error('there is no such person')
  return row
}

/** The person's audit entries but the first, which is about adding. */
async function entriesOf(person: { email: string }) {
  const { id } = await rowOf(person)
  const entries = await database.run((db) =>
    db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.streamId, id))
      .orderBy(auditEntries.sequence),
  )
  return entries.slice(1)
}

describe('addPerson', () => {
  it('makes a person who can sign in, with its audit entry', async () => {
    expect(await hasEnabledPerson(database)).toBe(false)
    const request = requestFor('the first admin')
    const person = { email: ' Anna@Paydesk.EXAMPLE ', name: ' Anna Lie ', password: PASSWORD }
    const entry = { ...person, role: 'admin', scope: 'all' } as const
    const added = await addPerson(owner, entry, request)
    expect(added).toEqual({
      ok: true,
      value: { email: ANNA.email, name: 'Anna Lie', role: 'admin' },
    })
    expect(await hasEnabledPerson(database)).toBe(true)
    expect(await isLive(await openSession(ANNA))).toBe(true)
    const { id } = await rowOf(ANNA)
    const entries = await database.run((db) =>
      db.select().from(auditEntries).where(eq(auditEntries.streamId, id)),
    )
    expect(entries).toMatchObject([
      {
        action: 'person.added',
        actorId: null,
        actorName: 'Command line',
        actorRole: 'operator',
        requestId: request.requestId,
        reason: 'the first admin',
        detail: { role: 'admin', connections: 'all' },
      },
    ])
  })

  it('refuses a taken e-mail address however it is written, also when two come at once', async () => {
    const both = await Promise.all([add(ANNA), add({ ...ANNA, email: 'ANNA@paydesk.example' })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both).toContainEqual({ ok: false, refusal: 'email_taken' })
    expect(await add({ ...ANNA, email: ' anna@PAYDESK.example' })).toEqual({
      ok: false,
      refusal: 'email_taken',
    })
    expect(await database.run((db) => db.$count(users))).toBe(1)
  })

  it.each([
    ['an e-mail address without @', { email: 'anna' }, 'email_malformed'],
    ['an e-mail address with a space', { email: 'anna lie@paydesk.example' }, 'email_malformed'],
    ['a long e-mail address', { email: `${'a'.repeat(250)}@b.cd` }, 'email_malformed'],
    ['an empty name', { name: '  ' }, 'name_malformed'],
    ['a name of two lines', { name: 'Anna\nLie' }, 'name_malformed'],
    ['a long name', { name: 'a'.repeat(101) }, 'name_malformed'],
    ['an unknown role', { role: 'root' }, 'role_unknown'],
    ['a short password', { password: 'elevenchars' }, 'password_too_short'],
    ['a long password', { password: 'a'.repeat(201) }, 'password_too_long'],
    ['a password of name and product', { password: 'anna.lie-paydesk' }, 'password_personal'],
    ['a password of two lines', { password: 'a password\nof two lines' }, 'password_malformed'],
  ])('refuses %s and writes nothing', async (_wrong, wrong, refusal) => {
    const person = { ...ANNA, role: 'admin', ...wrong }
    expect(await addPerson(owner, person, requestFor())).toEqual({ ok: false, refusal })
    expect(await database.run((db) => db.$count(users))).toBe(0)
  })
})

describe('changing a person', () => {
  beforeEach(async () => {
    await add(ANNA)
    await add(BO, 'staff')
  })

  it('gives an open session the new role at once', async () => {
    const sessionId = await openSession(BO)
    const changed = await changeRole(owner, target(BO, 'new job'), 'support')
    expect(changed).toMatchObject({ ok: true, value: { isChanged: true } })
    expect(await findLiveSession(database, sessionId)).toMatchObject({ actor: { role: 'support' } })
    expect(await entriesOf(BO)).toMatchObject([
      {
        action: 'person.role_changed',
        actorRole: 'operator',
        reason: 'new job',
        detail: { from: 'staff', to: 'support' },
      },
    ])
  })

  it('sets a password, which ends the sessions of the one before and no others', async () => {
    const [own, others] = [await openSession(BO), await openSession(ANNA)]
    const next = 'another password for tests'
    expect(await changePassword(database, target(BO), next)).toMatchObject({
      value: { isChanged: true, sessionsEnded: 1 },
    })
    expect([await isLive(own), await isLive(others)]).toEqual([false, true])
    expect(await attempt(BO)).toMatchObject({ error: { code: 'wrong_credentials' } })
    expect(await isLive(await openSession({ ...BO, password: next }))).toBe(true)
    const entries = await entriesOf(BO)
    expect(entries).toMatchObject([
      { action: 'person.password_changed', detail: { sessionsEnded: 1 } },
    ])
    expect(JSON.stringify(entries)).not.toContain('argon2')
  })

  it('disables a person at once; enabling brings no old session back', async () => {
    const sessionId = await openSession(BO)
    await disablePerson(database, target(BO, 'left'))
    expect(await isLive(sessionId)).toBe(false)
    expect(await attempt(BO)).toMatchObject({ error: { code: 'wrong_credentials' } })
    await enablePerson(database, target(BO))
    expect(await isLive(sessionId)).toBe(false)
    expect(await isLive(await openSession(BO))).toBe(true)
    expect(await entriesOf(BO)).toMatchObject([
      { action: 'person.disabled', reason: 'left', detail: { sessionsEnded: 1 } },
      { action: 'person.enabled', reason: null, detail: {} },
    ])
  })

  it('signs a person out of every browser', async () => {
    const ids = [await openSession(BO), await openSession(BO)]
    expect(await signOutPerson(database, target(BO))).toMatchObject({ value: { sessionsEnded: 2 } })
    for (const id of ids) expect(await isLive(id)).toBe(false)
    const rows = await database.run((db) => db.select().from(sessions))
    expect(rows.every(({ revokedAt }) => revokedAt !== null)).toBe(true)
    expect(await entriesOf(BO)).toMatchObject([
      { action: 'person.signed_out', detail: { sessionsEnded: 2 } },
    ])
  })

  it('writes nothing when the person is that way already', async () => {
    const same = { ok: true, value: { email: BO.email, isChanged: false, sessionsEnded: 0 } }
    expect(await changeRole(owner, target(BO), 'staff')).toEqual(same)
    expect(await enablePerson(database, target(BO))).toEqual(same)
    await disablePerson(database, target(BO))
    expect(await disablePerson(database, target(BO))).toEqual(same)
    expect(await entriesOf(BO)).toHaveLength(1)
  })

  it('knows no person who is not there', async () => {
    const unknown = { ok: false, refusal: 'unknown_person' }
    const nobody = target({ email: 'nobody@paydesk.example' })
    expect(await disablePerson(database, nobody)).toEqual(unknown)
    expect(await changePassword(database, nobody, PASSWORD)).toEqual(unknown)
    expect(await unlockPerson(database, nobody, null)).toEqual(unknown)
  })

  it('leaves no session behind that is opened while the password changes', async () => {
    for (let round = 0; round < 10; round += 1) {
      const old = { ...BO, password: `password of round ${round}` }
      await changePassword(database, target(BO), old.password)
      const next = `password of round ${round + 1}`
      const [opened] = await Promise.all([
        Promise.all([attempt(old), attempt(old), attempt(old)]),
        changePassword(database, target(BO), next),
      ])
      const rows = await database.run((db) => db.select({ id: sessions.id }).from(sessions))
      for (const { id } of rows) expect(await isLive(id)).toBe(false)
      expect(opened).toHaveLength(3)
      await database.run((db) => db.delete(signInThrottles))
    }
  })

  it('keeps an audit trail that verifies', async () => {
    await changeRole(owner, target(BO), 'support')
    await disablePerson(database, target(BO))
    expect((await verifyChains(database)).firstBad).toBeNull()
  })

  it('lists people with their role, state and sessions', async () => {
    await openSession(ANNA)
    await disablePerson(database, target(BO))
    expect(await listPeople(database, 10)).toMatchObject([
      { email: ANNA.email, name: 'Anna Lie', role: 'admin', state: 'active', liveSessions: 1 },
      { email: BO.email, role: 'staff', state: 'disabled', liveSessions: 0 },
    ])
    expect(await listPeople(database, 1)).toHaveLength(1)
  })
})

describe('the last admin', () => {
  const refused = { ok: false, refusal: 'last_admin' }

  it('can neither be disabled nor get another role, and its session lives on', async () => {
    await add(ANNA)
    await add(BO)
    await disablePerson(database, target(BO))
    const sessionId = await openSession(ANNA)
    expect(await disablePerson(database, target(ANNA))).toEqual(refused)
    expect(await changeRole(owner, target(ANNA), 'staff')).toEqual(refused)
    expect(await isLive(sessionId)).toBe(true)
    expect(await entriesOf(ANNA)).toEqual([])
    expect(await changeRole(owner, target(BO), 'staff')).toMatchObject({ ok: true })
  })

  it('stays when two admins are taken away at the same moment', async () => {
    for (let round = 0; round < 20; round += 1) {
      await owner.run((db) => db.delete(users))
      await Promise.all([add(ANNA), add(BO)])
      const results = await Promise.all([
        disablePerson(database, target(ANNA)),
        changeRole(owner, target(BO), 'viewer'),
        disablePerson(database, target(round % 2 === 0 ? BO : ANNA)),
        changeRole(owner, target(ANNA), 'viewer'),
      ])
      expect(results).toContainEqual(refused)
      const admins = await database.run((db) =>
        db.$count(users, sql`role = 'admin' and disabled_at is null`),
      )
      expect(admins).toBe(1)
    }
  })
})

describe('unlockPerson', () => {
  beforeEach(() => add(ANNA))

  async function failTimes(times: number, email: string): Promise<void> {
    for (let time = 0; time < times; time += 1) await attempt({ email, password: 'wrong' })
  }

  it('lets a locked account sign in at once', async () => {
    await failTimes(6, ANNA.email)
    expect(await attempt(ANNA)).toMatchObject({ error: { code: 'too_many_tries' } })
    expect(await unlockPerson(database, target(ANNA, 'called us'), null)).toMatchObject({
      value: { isChanged: true },
    })
    expect(await attempt(ANNA)).toMatchObject({ ok: true })
    expect(await entriesOf(ANNA)).toMatchObject([
      { action: 'person.unlocked', reason: 'called us', detail: { countsRemoved: 2 } },
    ])
  })

  it('is what the people need who are found as locked, and no one else', async () => {
    await add(BO)
    await failTimes(4, ANNA.email)
    await failTimes(1, BO.email)
    expect(await findLockedPeople(database)).toEqual([])
    await failTimes(1, ANNA.email)
    const [anna] = (await listPeople(owner, 10)).filter(({ email }) => email === ANNA.email)
    expect(await findLockedPeople(database)).toEqual([anna?.id])
    await unlockPerson(database, target(ANNA), null)
    expect(await findLockedPeople(database)).toEqual([])
  })

  it.each([
    ['an own password', ownPasswordKey],
    ['a second factor', codeKey],
  ])('finds as locked whom wrong tries at %s hold back, until the block ends', async (_, keyOf) => {
    const [anna] = await listPeople(owner, 10)
    const key = keyOf(anna?.id ?? '', SECRET)
    await takeSignInTry(database, { key, limit: 1, windowS: 60 })
    expect(await findLockedPeople(database)).toEqual([anna?.id])
    const ended = { blockedUntil: secondsAgo(1) }
    await database.run((db) => db.update(signInThrottles).set(ended))
    expect(await findLockedPeople(database)).toEqual([])
  })

  it('unlocks a network address, too, when it is named', async () => {
    for (let account = 0; account < 10; account += 1) {
      await failTimes(3, `guess-${account}@paydesk.example`)
    }
    await unlockPerson(database, target(ANNA), null)
    expect(await attempt(ANNA)).toMatchObject({ error: { code: 'too_many_tries' } })
    await unlockPerson(database, target(ANNA), ADDRESS)
    expect(await attempt(ANNA)).toMatchObject({ ok: true })
  })

  it('writes nothing when there is nothing to forget, and refuses what is no address', async () => {
    expect(await unlockPerson(database, target(ANNA), null)).toMatchObject({
      value: { isChanged: false },
    })
    expect(await unlockPerson(database, target(ANNA), 'office')).toEqual({
      ok: false,
      refusal: 'address_malformed',
    })
    expect(await entriesOf(ANNA)).toEqual([])
  })
})
