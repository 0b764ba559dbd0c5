import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { findPerson } from '@/db/queries/access/list-people'
import { listPasskeys } from '@/db/queries/access/passkeys'
import { passkeyChallenges, passkeys } from '@/db/schema/passkeys'
import { knownDevices, users } from '@/db/schema/people'
import { verifyChains } from '@/lib/audit/verify-chains'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import type { PasskeyProblem } from '@/lib/domain/access/passkey'
import {
  BROWSER,
  OPERATOR,
  ORIGIN,
  OTHER_BROWSER,
  PASSWORD,
  PasskeyTries,
  refused,
} from '@/testing/passkey-tries'
import { SoftwareAuthenticator, type Deviation } from '@/testing/software-authenticator'
import { setTestEnvironment } from '@/testing/test-environment'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { removePasskeys, signOutPerson } from '../change-person'
import { addOwnPasskey, startOwnPasskey } from './add-own-passkey'
import { removeOwnPasskey, renameOwnPasskey } from './change-own-passkeys'

let made: TestDatabase
let database: Database
let owner: Database
let tries: PasskeyTries

beforeAll(async () => {
  made = await createTestDatabase()
  database = new Database(made.url)
  owner = new Database(made.ownerUrl, 2)
  setTestEnvironment({ DATABASE_URL: made.url })
})
beforeEach(async () => {
  tries = await PasskeyTries.begin(database, owner)
})
afterAll(async () => {
  await Promise.all([database.close(), owner.close()])
  await made.drop()
})

it('adding a passkey: asks for the current password, a device that keeps the key, and that it checks the person', async () => {
  expect(await startOwnPasskey(tries.context(), { current: 'wrong' }, BROWSER)).toMatchObject({
    error: { code: 'password_wrong', field: 'current' },
  })
  const options = await tries.creation()
  expect(options).toMatchObject({
    rp: { id: 'localhost', name: 'Paydesk' },
    user: { name: 'anna@paydesk.example', displayName: 'Anna Lie' },
    attestation: 'none',
    timeout: 300_000,
    excludeCredentials: [],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const device = await tries.add()
  expect((await tries.creation()).excludeCredentials).toMatchObject([{ id: device.credentialId }])
})

it('adding a passkey: keeps what the device made, ends no session, and writes it into the person’s audit trail', async () => {
  const other = await tries.openSession()
  await tries.add()
  expect(await listPasskeys(database, tries.anna.userId, 9)).toMatchObject([
    { name: 'Phone', lastUsedAt: null, transports: ['internal'] },
  ])
  expect(await tries.entries()).toMatchObject([
    {
      action: 'person.passkey_added',
      actorId: tries.anna.userId,
      actorName: 'Anna Lie',
      detail: { passkey: 'Phone', syncable: false },
    },
  ])
  expect(await tries.isLive(other)).toBe(true)
  expect((await findPerson(database, tries.anna.userId))?.passkeys).toBe(1)
  expect((await verifyChains(database)).firstBad).toBeNull()
})

it.each<[PasskeyProblem, Deviation]>([
  ['wrong_site', { origin: 'http://localhost:3001' }],
  ['wrong_site', { site: 'example.com' }],
  ['wrong_site', { isInFrame: true }],
  ['unverified', { isUserVerified: false }],
  ['unreadable', { type: 'webauthn.get' }],
  ['expired', { challenge: 'A'.repeat(43) }],
])(
  'adding a passkey: refuses as %s what a device made with %j, and takes no second answer',
  async (problem, deviation) => {
    const device = new SoftwareAuthenticator(ORIGIN)
    const options = await tries.creation()
    const attempt = (different?: Deviation) =>
      addOwnPasskey(tries.context(), { name: 'Phone', ...device.make(options, different) }, BROWSER)
    expect(await attempt(deviation)).toEqual(refused(problem))
    expect(await database.run((db) => db.$count(passkeys))).toBe(0)
    const isUsedUp = problem === 'wrong_site' || problem === 'unverified'
    expect(await attempt()).toMatchObject(isUsedUp ? refused('expired') : { ok: true })
  },
)

it('adding a passkey: takes a challenge once, in time, and only of the person and browser that asked', async () => {
  const bo = await tries.addBo()
  const answer = {
    name: 'Phone',
    ...new SoftwareAuthenticator(ORIGIN).make(await tries.creation()),
  }
  expect(await addOwnPasskey(tries.context(bo), answer, BROWSER)).toEqual(refused('expired'))
  expect(await addOwnPasskey(tries.context(), answer, OTHER_BROWSER)).toEqual(refused('expired'))
  expect(await addOwnPasskey(tries.context(), answer, null)).toEqual(refused('expired'))
  const both = await Promise.all([1, 2].map(() => addOwnPasskey(tries.context(), answer, BROWSER)))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.filter(({ ok }) => !ok)).toEqual([refused('expired')])
  expect(await database.run((db) => db.$count(passkeys))).toBe(1)

  const late = { name: 'Phone', ...new SoftwareAuthenticator(ORIGIN).make(await tries.creation()) }
  await database.run((db) => db.update(passkeyChallenges).set({ expiresAt: sql`now()` }))
  expect(await addOwnPasskey(tries.context(), late, BROWSER)).toEqual(refused('expired'))
})

it('adding a passkey: adds none for who was signed out or disabled meanwhile, and none twice', async () => {
  const device = await tries.add()
  const again = { name: 'Phone', ...device.make(await tries.creation()) }
  expect(await addOwnPasskey(tries.context(), again, BROWSER)).toEqual(refused('already_here'))
  const ended = { ok: false, error: { code: 'not_signed_in' } }
  const signedOut = {
    name: 'Phone',
    ...new SoftwareAuthenticator(ORIGIN).make(await tries.creation()),
  }
  await signOutPerson(database, { person: { id: tries.anna.userId }, request: OPERATOR })
  expect(await addOwnPasskey(tries.context(), signedOut, BROWSER)).toEqual(ended)
  const disabled = {
    name: 'Phone',
    ...new SoftwareAuthenticator(ORIGIN).make(await tries.creation()),
  }
  await database.run((db) => db.update(users).set({ sessionEpoch: 0, disabledAt: sql`now()` }))
  await database.run((db) => db.execute(sql`update sessions set revoked_at = null`))
  expect(await addOwnPasskey(tries.context(), disabled, BROWSER)).toEqual(ended)
  expect(await database.run((db) => db.$count(passkeys))).toBe(1)
})

it('adding a passkey: keeps so many, and names of one line', async () => {
  const answer = new SoftwareAuthenticator(ORIGIN).make(await tries.creation())
  expect(await addOwnPasskey(tries.context(), { name: 'a\nb', ...answer }, BROWSER)).toMatchObject({
    error: { code: 'name_malformed', field: 'name' },
  })
  const device = await tries.add()
  await database.run((db) =>
    db.execute(sql`
      insert into passkeys select gen_random_uuid(), user_id, epoch, 'key ' || number, public_key,
        sign_count, transports, is_syncable, is_backed_up, aaguid, name
      from passkeys, generate_series(2, ${LIMITS.access.passkeysPerPerson}) as number`),
  )
  const full = await startOwnPasskey(tries.context(), { current: PASSWORD }, BROWSER)
  expect(full).toEqual(refused('too_many'))
  expect(await tries.signIn(device)).toMatchObject({ ok: true })
})

it('own passkeys: are renamed, and not those of others', async () => {
  await tries.add()
  const passkeyId = await tries.passkeyId()
  const rename = (actor: Actor, name: string) =>
    renameOwnPasskey(tries.context(actor), { passkeyId, name })
  const bo = await tries.addBo()
  expect(await rename(bo, 'Mine')).toEqual(refused('gone'))
  expect(await rename(tries.anna, '')).toMatchObject({ error: { code: 'name_malformed' } })
  expect(await rename(tries.anna, ' Work phone ')).toEqual({
    ok: true,
    value: { name: 'Work phone' },
  })
  expect(await rename(tries.anna, 'Work phone')).toMatchObject({ ok: true })
  expect((await tries.entries()).slice(1)).toMatchObject([
    { action: 'person.passkey_renamed', detail: { from: 'Phone', to: 'Work phone' } },
  ])
})

it('own passkeys: are removed after the current password, which ends all other sessions', async () => {
  const device = await tries.add()
  const passkeyId = await tries.passkeyId()
  expect(await tries.remove(passkeyId, 'wrong')).toMatchObject({
    error: { code: 'password_wrong' },
  })
  const bo = await tries.addBo()
  const byBo = await removeOwnPasskey(tries.context(bo), { passkeyId, current: PASSWORD })
  expect(byBo).toEqual(refused('gone'))
  const opened = await tries.signIn(device)
  if (!opened.ok) throw new Error(opened.error.code)
  expect(await tries.remove(passkeyId)).toEqual({ ok: true, value: { sessionsEnded: 1 } })
  expect([
    await tries.isLive(tries.anna.sessionId),
    await tries.isLive(opened.value.sessionId),
  ]).toEqual([true, false])
  expect(await tries.isLive(bo.sessionId)).toBe(true)
  expect(await tries.remove(passkeyId)).toEqual(refused('gone'))
  expect((await tries.entries()).at(-1)).toMatchObject({
    action: 'person.passkey_removed',
    detail: { passkey: 'Phone', sessionsEnded: 1 },
  })
})

it('own passkeys: open no session that outlives their removal at the same moment', async () => {
  for (let round = 0; round < 10; round += 1) {
    const device = await tries.add()
    const signed = device.sign(await tries.request())
    const [opened] = await Promise.all([tries.send(signed), tries.remove(await tries.passkeyId())])
    if (opened.ok) expect(await tries.isLive(opened.value.sessionId)).toBe(false)
    expect(await tries.isLive(tries.anna.sessionId)).toBe(true)
  }
})

it('removing a person’s passkeys: removes all, signs the person out, and writes it into the audit trail', async () => {
  const device = await tries.add()
  await tries.add()
  const bo = await tries.addBo()
  const bos = await tries.add(new SoftwareAuthenticator(ORIGIN), bo)
  const target = { person: { id: tries.anna.userId }, request: { ...OPERATOR, actor: bo } }
  expect(await removePasskeys(database, target)).toMatchObject({ value: { sessionsEnded: 1 } })
  expect(await tries.signIn(device)).toEqual(refused('unknown'))
  expect(await tries.isLive(tries.anna.sessionId)).toBe(false)
  expect((await tries.entries()).at(-1)).toMatchObject({
    action: 'person.passkeys_removed',
    actorName: 'Bo Dahl',
    detail: { sessionsEnded: 1, passkeysRemoved: 2 },
  })
  expect(await tries.signIn(bos)).toMatchObject({ ok: true })
  const own = { person: { id: bo.userId }, request: { ...OPERATOR, actor: bo } }
  expect(await removePasskeys(database, own)).toEqual({ ok: false, refusal: 'own_account' })
})

it('removing a person’s passkeys: leaves none that was added or used to sign in at the same moment', async () => {
  const bo = await tries.addBo()
  const target = { person: { id: tries.anna.userId }, request: { ...OPERATOR, actor: bo } }
  for (let round = 0; round < 10; round += 1) {
    await database.run((db) => db.delete(passkeys))
    await database.run((db) => db.execute(sql`update sessions set revoked_at = null`))
    await database.run((db) => db.update(users).set({ sessionEpoch: 0 }))
    const old = await tries.add()
    const device = new SoftwareAuthenticator(ORIGIN)
    const answer = { name: 'New', ...device.make(await tries.creation()) }
    const signed = old.sign(await tries.request())
    const [, , opened] = await Promise.all([
      addOwnPasskey(tries.context(), answer, BROWSER),
      removePasskeys(database, target),
      tries.send(signed),
    ])
    expect(await listPasskeys(database, tries.anna.userId, 9)).toEqual([])
    expect(await tries.signIn(device)).toEqual(refused('unknown'))
    if (opened.ok) expect(await tries.isLive(opened.value.sessionId)).toBe(false)
  }
})

it('removing one’s passkey: keeps the devices known that were known until then', async () => {
  await tries.add()
  const { userId } = tries.anna
  const device = { userId, tokenHash: 'd', epoch: 0, expiresAt: new Date() }
  await database.run((db) => db.insert(knownDevices).values(device))
  expect(await tries.remove(await tries.passkeyId())).toMatchObject({ ok: true })
  expect(await database.run((db) => db.select().from(knownDevices))).toMatchObject([{ epoch: 1 }])
})
