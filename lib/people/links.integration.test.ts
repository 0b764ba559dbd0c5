import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { hasEnabledPerson, listPeople } from '@/db/queries/access/list-people'
import { findLiveSession, insertSession } from '@/db/queries/access/sessions'
import { findUserByEmail } from '@/db/queries/access/users'
import { auditEntries } from '@/db/schema/audit'
import { personLinks, users } from '@/db/schema/people'
import { isPasswordRight } from '@/lib/access/passwords'
import { verifyChains } from '@/lib/audit/verify-chains'
import type { Actor } from '@/lib/domain/access/actor'
import type { Role } from '@/lib/domain/access/permission'
import { setTestEnvironment } from '@/testing/test-environment'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { addPerson } from './add-person'
import { changePassword, changeRole, disablePerson, enablePerson } from './change-person'
import { choosePassword, readLink } from './choose-password'
import { invitePerson } from './invite-person'
import { makePersonLink } from './make-person-link'
import { unlockPerson } from './unlock-person'

const SEES = { scope: 'all' } as const
const ANNA = { email: 'anna@paydesk.example', name: 'Anna Lie', role: 'admin', ...SEES }
const BO = { email: 'bo@paydesk.example', name: 'Bo Dahl', role: 'support', ...SEES }
const PASSWORD = 'a password for tests'
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
  const request = { requestId: randomUUID(), reason: null, actor: null }
  await addPerson(owner, { ...ANNA, password: PASSWORD }, request)
  anna = await actorOf(ANNA.email, 'admin')
})
afterAll(async () => {
  await Promise.all([database.close(), owner.close()])
  await made.drop()
})

async function actorOf(email: string, role: Role): Promise<Actor> {
  const { id: userId, name } = await rowOf(email)
  return { userId, sessionId: randomUUID(), name, email, role, scope: 'all' }
}

async function rowOf(email: string) {
  const [row] = await database.run((db) => db.select().from(users).where(eq(users.email, email)))
  if (row === undefined) throw new Error('there is no such person')
  return row
}

function requestBy(actor: Actor = anna) {
  return { requestId: randomUUID(), reason: null, actor }
}

async function addSupport(): Promise<Actor> {
  const email = 'support@paydesk.example'
  const person = { name: 'Dag Moe', email, role: 'support', password: PASSWORD, ...SEES }
  await addPerson(owner, person, { ...requestBy(), actor: null })
  return actorOf(email, 'support')
}

async function invite(person = BO, by = anna) {
  const result = await invitePerson(database, person, requestBy(by))
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

function choose(token: string, password = NEXT) {
  return choosePassword(database, { token, password, requestId: randomUUID(), address: null })
}

async function openSession(email: string): Promise<string> {
  const { id: userId, sessionEpoch: epoch } = await rowOf(email)
  const session = { id: randomUUID(), userId, epoch, userAgent: null, maxAgeS: 60 }
  await insertSession(database, session)
  return session.id
}

async function entriesOf(email: string) {
  const { id } = await rowOf(email)
  return database.run((db) =>
    db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.streamId, id))
      .orderBy(auditEntries.sequence),
  )
}

const unusable = { ok: false, error: { code: 'link_unusable' } }

describe('an invitation', () => {
  it('makes a person who cannot sign in before choosing a password by the link', async () => {
    const { token } = await invite()
    expect((await findUserByEmail(database, BO.email))?.passwordHash).toBeNull()
    const link = { state: 'usable', name: BO.name, email: BO.email, isInvitation: true }
    expect(await readLink(database, token)).toEqual(link)

    const chosen = await choose(token)
    expect(chosen).toMatchObject({ ok: true, value: { email: BO.email, sessionEpoch: 1 } })
    const hash = (await rowOf(BO.email)).passwordHash
    expect(await isPasswordRight(hash, NEXT)).toBe(true)
    expect(await entriesOf(BO.email)).toMatchObject([
      {
        action: 'person.invited',
        actorId: anna.userId,
        actorName: ANNA.name,
        actorRole: 'admin',
        detail: { role: 'support', connections: 'all' },
      },
      { action: 'person.joined', actorName: BO.name, actorRole: 'support' },
    ])
    expect((await verifyChains(database)).firstBad).toBeNull()
  })

  it('keeps the token nowhere', async () => {
    const { token } = await invite()
    const rows = await database.run((db) => db.select().from(personLinks))
    expect(rows).toHaveLength(1)
    expect(JSON.stringify([rows, await entriesOf(BO.email)])).not.toContain(token)
  })

  it('is used once: of many at the same moment one wins, and its password counts', async () => {
    const { token } = await invite()
    const passwords = Array.from({ length: 6 }, (_, index) => `password of number ${index}`)
    const results = await Promise.all(passwords.map((password) => choose(token, password)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter(({ ok }) => !ok)).toEqual(Array(5).fill(unusable))
    const winner = passwords[results.findIndex(({ ok }) => ok)] ?? ''
    expect(await isPasswordRight((await rowOf(BO.email)).passwordHash, winner)).toBe(true)
    expect(await choose(token)).toEqual(unusable)
    expect(await readLink(database, token)).toEqual({ state: 'unusable' })
  })

  it('outlives a password that is refused', async () => {
    const { token } = await invite()
    expect(await choose(token, 'short')).toMatchObject({
      error: { code: 'password_too_short', field: 'password' },
    })
    for (const password of ['passwordpassword', 'example-paydesk!']) {
      expect(await choose(token, password)).toMatchObject({ ok: false })
    }
    expect(await choose(token)).toMatchObject({ ok: true })
  })

  it.each([
    ['after its time', sql`update person_links set expires_at = now()`],
    ['once its epoch is over', sql`update users set link_epoch = link_epoch + 1`],
    ['once its maker is disabled', sql`update users set disabled_at = now() where role = 'admin'`],
    ['once its maker is no admin', sql`update users set role = 'staff' where role = 'admin'`],
    ['of a disabled person', sql`update users set disabled_at = now() where email = ${BO.email}`],
  ])('works no more %s', async (_when, change) => {
    const { token } = await invite()
    await owner.run((db) => db.execute(change))
    expect(await readLink(database, token)).toEqual({ state: 'unusable' })
    expect(await choose(token)).toEqual(unusable)
    expect((await rowOf(BO.email)).passwordHash).toBeNull()
  })

  it.each(['', 'x', 'x'.repeat(43), 'x'.repeat(5_000), '%00', "' or 1=1 --"])(
    'with a token that was never given leads nowhere: %.20s',
    async (token) => {
      await invite()
      expect(await readLink(database, token)).toEqual({ state: 'unusable' })
      expect(await choose(token)).toEqual(unusable)
    },
  )
})

describe('an invitation that cannot be made', () => {
  it.each([
    ['email_taken', { email: ' ANNA@paydesk.example ' }],
    ['email_malformed', { email: 'bo' }],
    ['name_malformed', { name: 'Bo\u0007' }],
    ['name_malformed', { name: ' ' }],
    ['role_unknown', { role: 'root' }],
  ])('is refused as %s for %j, and writes nothing', async (refusal, wrong) => {
    const result = await invitePerson(database, { ...BO, ...wrong }, requestBy())
    expect(result).toEqual({ ok: false, refusal })
    expect(await database.run((db) => db.$count(users))).toBe(1)
    expect(await database.run((db) => db.$count(personLinks))).toBe(0)
  })

  it('gives no role that the inviting person does not hold', async () => {
    const support = await addSupport()
    const refused = { ok: false, refusal: 'role_above_own' }
    for (const role of ['admin', 'staff']) {
      expect(await invitePerson(database, { ...BO, role }, requestBy(support))).toEqual(refused)
    }
    const viewer = await invitePerson(database, { ...BO, role: 'viewer' }, requestBy(support))
    expect(viewer).toEqual({ ok: false, refusal: 'actor_changed' })
  })
})

describe('a person who is invited', () => {
  it('as an admin is no help against the last admin’s leaving', async () => {
    await invite({ ...BO, role: 'admin' })
    const target = { person: { email: ANNA.email }, request: requestBy(anna) }
    const byCommand = { ...target, request: { ...requestBy(), actor: null } }
    expect(await disablePerson(database, byCommand)).toEqual({ ok: false, refusal: 'last_admin' })
  })

  it('lets no one in: a database with invitations alone needs its first person', async () => {
    await invite()
    await owner.run((db) => db.delete(users).where(eq(users.email, ANNA.email)))
    expect(await hasEnabledPerson(database)).toBe(false)
  })
})

describe('a link for a new password', () => {
  it('ends every session when it is used, and not before', async () => {
    await choose((await invite()).token)
    const sessionId = await openSession(BO.email)
    const { id } = await rowOf(BO.email)
    const link = await makePersonLink(database, id, requestBy())
    if (!link.ok) throw new Error(link.refusal)
    expect(await readLink(database, link.value.token)).toMatchObject({ isInvitation: false })
    expect(await findLiveSession(database, sessionId)).not.toBeNull()

    expect(await choose(link.value.token, 'a third password for tests')).toMatchObject({ ok: true })
    expect(await findLiveSession(database, sessionId)).toBeNull()
    expect(await entriesOf(BO.email)).toMatchObject([
      { action: 'person.invited' },
      { action: 'person.joined' },
      { action: 'person.link_made', actorName: ANNA.name, detail: { hadPassword: true } },
      { action: 'person.password_changed', detail: { byLink: true, sessionsEnded: 1 } },
    ])
  })

  it('takes the place of the earlier one', async () => {
    const { id, token } = await invite()
    const link = await makePersonLink(database, id, requestBy())
    if (!link.ok) throw new Error(link.refusal)
    expect(await choose(token)).toEqual(unusable)
    expect(await choose(link.value.token)).toMatchObject({ ok: true })
  })

  it('ends when the password is set at the command line', async () => {
    const { token } = await invite()
    const request = { ...requestBy(), actor: null }
    await changePassword(database, { person: { email: BO.email }, request }, PASSWORD)
    expect(await choose(token)).toEqual(unusable)
  })

  it('is not made for oneself: the current password is asked for there', async () => {
    const own = await makePersonLink(database, anna.userId, requestBy())
    expect(own).toEqual({ ok: false, refusal: 'own_account' })
  })

  it('is not made for a disabled or unknown person, or one who may do more', async () => {
    const { id } = await invite()
    await disablePerson(database, { person: { id }, request: requestBy() })
    const refused = (refusal: string) => ({ ok: false, refusal })
    expect(await makePersonLink(database, id, requestBy())).toEqual(refused('person_disabled'))
    const unknown = await makePersonLink(database, randomUUID(), requestBy())
    expect(unknown).toEqual(refused('unknown_person'))
    const support = await addSupport()
    const above = await makePersonLink(database, anna.userId, requestBy(support))
    expect(above).toEqual(refused('role_above_own'))
  })
})

describe('links at the same moment', () => {
  it.each([2, 6])('one works, when %i are made at once', async (times) => {
    const { id } = await invite()
    const made = await Promise.all(
      Array.from({ length: times }, () => makePersonLink(database, id, requestBy())),
    )
    const links = await Promise.all(
      made.map(async (link) => (link.ok ? readLink(database, link.value.token) : null)),
    )
    expect(links.filter((link) => link?.state === 'usable')).toHaveLength(1)
  })

  it('none outlives that its person is disabled at the same moment and enabled again', async () => {
    const { id } = await invite()
    const target = { person: { id }, request: requestBy() }
    for (let round = 0; round < 10; round += 1) {
      const [link] = await Promise.all([
        makePersonLink(database, id, requestBy()),
        disablePerson(database, target),
      ])
      await enablePerson(database, target)
      if (!link.ok) continue
      expect(await readLink(database, link.value.token)).toEqual({ state: 'unusable' })
    }
  })

  it('the use of one stops no newer one from being made', async () => {
    const { id } = await invite()
    for (let round = 0; round < 10; round += 1) {
      const link = await makePersonLink(database, id, requestBy())
      if (!link.ok) throw new Error(link.refusal)
      const results = await Promise.all([
        choose(link.value.token),
        makePersonLink(database, id, requestBy()),
      ])
      expect(results[1]).toMatchObject({ ok: true })
    }
  })
})

describe('changing people in the browser', () => {
  it('is in the name of who did it, and not for one’s own role and access', async () => {
    const { id } = await invite()
    const target = { person: { id }, request: requestBy() }
    expect(await changeRole(database, target, 'staff')).toMatchObject({ ok: true })
    expect((await entriesOf(BO.email)).at(-1)).toMatchObject({
      action: 'person.role_changed',
      actorId: anna.userId,
      actorRole: 'admin',
    })
    const own = { person: { id: anna.userId }, request: requestBy() }
    const refused = { ok: false, refusal: 'own_account' }
    expect(await changeRole(database, own, 'viewer')).toEqual(refused)
    expect(await disablePerson(database, own)).toEqual(refused)
  })

  it('raises no one above who asks, and touches no one above', async () => {
    const { id } = await invite()
    const support = await addSupport()
    const refused = { ok: false, refusal: 'role_above_own' }
    const target = (personId: string) => ({ person: { id: personId }, request: requestBy(support) })
    expect(await changeRole(database, target(id), 'admin')).toEqual(refused)
    expect(await changeRole(database, target(anna.userId), 'viewer')).toEqual(refused)
    expect(await disablePerson(database, target(anna.userId))).toEqual(refused)
    const below = await changeRole(database, target(id), 'viewer')
    expect(below).toEqual({ ok: false, refusal: 'actor_changed' })
  })

  it('unlocks no one by themselves, and no one above', async () => {
    const { id } = await invite({ ...BO, role: 'viewer' })
    const own = { person: { id: anna.userId }, request: requestBy() }
    expect(await unlockPerson(database, own, null)).toEqual({ ok: false, refusal: 'own_account' })
    expect(await unlockPerson(database, { ...own, person: { id } }, null)).toMatchObject({
      value: { isChanged: false },
    })
  })

  it('shows each person with state, link and sessions', async () => {
    const { id } = await invite()
    await openSession(ANNA.email)
    const [first, second] = await listPeople(database, 10)
    expect(first).toMatchObject({ state: 'active', liveSessions: 1, linkExpiresAt: null })
    expect(first?.lastSignInAt).toBeInstanceOf(Date)
    expect(second).toMatchObject({ id, state: 'invited', liveSessions: 0, lastSignInAt: null })
    expect(second?.linkExpiresAt?.getTime()).toBeGreaterThan(Date.now() + 71 * 3_600_000)
    await disablePerson(database, { person: { id }, request: requestBy() })
    const [, disabled] = await listPeople(database, 10)
    expect(disabled).toMatchObject({ state: 'disabled', linkExpiresAt: null })
  })
})

describe('an admin who changes people', () => {
  it.each([
    ['is disabled', sql`update users set disabled_at = now() where role = 'admin'`],
    ['has another role', sql`update users set role = 'support' where role = 'admin'`],
  ])('does nothing for a person who %s by then', async (_what, change) => {
    const { id } = await invite({ ...BO, role: 'viewer' })
    await owner.run((db) => db.execute(change))
    const refused = { ok: false, refusal: 'actor_changed' }
    const target = { person: { id }, request: requestBy() }
    expect(await disablePerson(database, target)).toEqual(refused)
    expect(await changeRole(database, target, 'support')).toEqual(refused)
    expect(await makePersonLink(database, id, requestBy())).toEqual(refused)
    const other = { ...BO, email: 'other@paydesk.example' }
    expect(await invitePerson(database, other, requestBy())).toEqual(refused)
    expect(await rowOf(BO.email)).toMatchObject({ role: 'viewer', disabledAt: null, linkEpoch: 0 })
    expect(await entriesOf(BO.email)).toHaveLength(1)
  })

  it('lets one of two admins win who disable each other at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const email = `admin-${round}@paydesk.example`
      const { id, token } = await invite({ name: 'Cato Ness', email, role: 'admin', scope: 'all' })
      await choose(token)
      const cato = await actorOf(email, 'admin')
      const results = await Promise.all([
        disablePerson(database, { person: { id }, request: requestBy(anna) }),
        disablePerson(database, { person: { id: anna.userId }, request: requestBy(cato) }),
      ])
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      await database.run((db) => db.update(users).set({ disabledAt: null }))
      const request = { ...requestBy(), actor: null }
      await disablePerson(database, { person: { id }, request })
    }
  })
})
