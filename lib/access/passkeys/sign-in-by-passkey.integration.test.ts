import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { Database } from '@/db/client'
import { findPerson } from '@/db/queries/access/list-people'
import { writeSetting } from '@/db/queries/access/organization-settings'
import { listPasskeys } from '@/db/queries/access/passkeys'
import { findLiveSession } from '@/db/queries/access/sessions'
import { passkeyChallenges } from '@/db/schema/passkeys'
import { signInThrottles } from '@/db/schema/people'
import { organizationSettings } from '@/db/schema/organization-settings'
import { appFactors } from '@/db/schema/second-factors'
import { LIMITS } from '@/lib/config/limits'
import type { PasskeyProblem } from '@/lib/domain/access/passkey'
import { log } from '@/lib/observability/log'
import { disablePerson, enablePerson } from '@/lib/people/change-person'
import {
  BROWSER,
  OPERATOR,
  ORIGIN,
  OTHER_BROWSER,
  PasskeyTries,
  refused,
} from '@/testing/passkey-tries'
import { SoftwareAuthenticator, type Deviation } from '@/testing/software-authenticator'
import { setTestEnvironment } from '@/testing/test-environment'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { startPasskeySignIn } from './sign-in-by-passkey'

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

it('signing in by a passkey: opens a session, and notes the use', async () => {
  const result = await tries.signIn(await tries.add())
  if (!result.ok) throw new Error(result.error.code)
  expect(await findLiveSession(database, result.value.sessionId)).toMatchObject({
    actor: { userId: tries.anna.userId, email: 'anna@paydesk.example' },
  })
  const [used] = await listPasskeys(database, tries.anna.userId, 1)
  expect(used?.lastUsedAt).toBeInstanceOf(Date)
})

it('signing in by a passkey: writes security events of sign-ins and refusals', async () => {
  const device = await tries.add()
  const info = vi.spyOn(log(), 'info').mockImplementation(() => undefined)
  await tries.signIn(device, { isUserVerified: false })
  await tries.signIn(device)
  const way = { way: 'passkey', network: '203.0.113.7' }
  expect(info.mock.calls.map(([line]) => line)).toMatchObject([
    { event: 'sign_in_failed', outcome: 'unverified', ...way },
    { event: 'sign_in', outcome: 'done', personId: tries.anna.userId, ...way },
  ])
  info.mockRestore()
})

it('signing in by a passkey: proves a second factor, also for a person with an app', async () => {
  const device = await tries.add()
  await owner.run((db) => db.delete(organizationSettings))
  const request = { requestId: randomUUID(), reason: null, actor: null }
  await writeSetting(owner, 'second_factor_roles', ['admin'], request)
  const needs = async () => {
    const result = await tries.signIn(device)
    if (!result.ok) throw new Error(result.error.code)
    return (await findLiveSession(database, result.value.sessionId))?.needsSecondFactor
  }
  expect(await needs()).toBe(false)
  const { userId } = tries.anna
  const app = { userId, sealedSecret: 'sealed', confirmedAt: new Date(), lastStep: 1 }
  await database.run((db) => db.insert(appFactors).values(app))
  expect(await needs()).toBe(false)
})

it('signing in by a passkey: takes devices that do not count, time after time', async () => {
  const device = await tries.add(new SoftwareAuthenticator(ORIGIN, false))
  for (let time = 0; time < 3; time += 1)
    expect(await tries.signIn(device)).toMatchObject({ ok: true })
})

it.each<[PasskeyProblem, Deviation]>([
  ['wrong_site', { origin: 'http://localhost:3001' }],
  ['wrong_site', { site: 'example.com' }],
  ['wrong_site', { isInFrame: true }],
  ['unverified', { isUserVerified: false }],
  ['unreadable', { type: 'webauthn.create' }],
  ['expired', { challenge: 'A'.repeat(43) }],
  ['unknown', { userHandle: 'A'.repeat(22) }],
  ['counter', { count: 1 }],
])(
  'signing in by a passkey: refuses as %s what a device signed with %j, and opens no session',
  async (problem, deviation) => {
    const device = await tries.add()
    expect(await tries.signIn(device, deviation)).toEqual(refused(problem))
    expect(await database.run((db) => db.$count(passkeyChallenges))).toBe(
      problem === 'expired' || problem === 'unreadable' ? 1 : 0,
    )
    expect((await findPerson(database, tries.anna.userId))?.liveSessions).toBe(1)
    expect(await tries.signIn(device)).toMatchObject({ ok: true })
  },
)

it('signing in by a passkey: refuses a passkey that it does not know as it does one that was removed, or a forged signature', async () => {
  const device = await tries.add()
  const stranger = new SoftwareAuthenticator(ORIGIN)
  expect(await tries.signIn(stranger)).toEqual(refused('unknown'))
  const forged = { ...stranger.sign(await tries.request()), id: device.credentialId }
  const { userHandle } = device.sign(await tries.request())
  expect(await tries.send({ ...forged, userHandle })).toEqual(refused('unknown'))
  expect(await tries.send({ ...forged, userHandle: '', clientDataJson: 'x' })).toEqual(
    refused('unreadable'),
  )
  await tries.remove(await tries.passkeyId())
  expect(await tries.signIn(device)).toEqual(refused('unknown'))
})

it('signing in by a passkey: takes an answer once: of many at the same moment one wins', async () => {
  const signed = (await tries.add()).sign(await tries.request())
  const results = await Promise.all(Array.from({ length: 6 }, () => tries.send(signed)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter(({ ok }) => !ok)).toEqual(Array(5).fill(refused('expired')))
})

it('signing in by a passkey: takes a challenge in time, of the same browser, and for signing in alone', async () => {
  const device = await tries.add()
  const signed = device.sign(await tries.request())
  expect(await tries.send(signed, OTHER_BROWSER)).toEqual(refused('expired'))
  expect(await tries.send(signed, null)).toEqual(refused('expired'))
  const options = await tries.creation()
  expect(
    await tries.send(device.sign({ challenge: options.challenge, rpId: 'localhost' })),
  ).toEqual(refused('expired'))
  await database.run((db) => db.update(passkeyChallenges).set({ expiresAt: sql`now()` }))
  expect(await tries.send(signed)).toEqual(refused('expired'))
  await tries.request()
  expect(await database.run((db) => db.$count(passkeyChallenges))).toBe(1)
})

it('signing in by a passkey: notes a count that went back as that of a copy, also of two at once with the same', async () => {
  const device = await tries.add()
  const both = await Promise.all(
    [await tries.request(), await tries.request()].map((request) =>
      tries.send(device.sign(request, { count: 5 })),
    ),
  )
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.filter(({ ok }) => !ok)).toEqual([refused('counter')])
  expect(await tries.signIn(device, { count: 4 })).toEqual(refused('counter'))
  expect(await tries.signIn(device, { count: 0 })).toEqual(refused('counter'))
  const detail = (received: number) => ({ passkey: 'Phone', counted: 5, received })
  const copy = {
    action: 'person.passkey_refused',
    actorId: null,
    actorName: 'Paydesk',
    address: '203.0.113.7',
  }
  expect((await tries.entries()).slice(1)).toMatchObject([
    { ...copy, detail: detail(5) },
    { ...copy, detail: detail(4) },
    { ...copy, detail: detail(0) },
  ])
})

it('signing in by a passkey: keeps a disabled person out, and lets an enabled one in again by the same passkey', async () => {
  const device = await tries.add()
  const target = { person: { id: tries.anna.userId }, request: OPERATOR }
  await tries.addBo()
  await disablePerson(database, target)
  expect(await tries.signIn(device)).toEqual(refused('disabled'))
  await enablePerson(database, target)
  expect(await tries.signIn(device)).toMatchObject({ ok: true })
})

it('signing in by a passkey: counts failures by address as those with a password, and gives back those that were none', async () => {
  const device = await tries.add()
  const { failuresPerAddress } = LIMITS.access
  for (let time = 0; time < failuresPerAddress + 5; time += 1) await tries.signIn(device)
  expect(await tries.signIn(device)).toMatchObject({ ok: true })
  for (let time = 0; time < failuresPerAddress; time += 1) await tries.signIn(device, { count: 1 })
  expect(await tries.signIn(device)).toEqual({
    ok: false,
    error: { code: 'too_many_tries', values: { minutes: 15 } },
  })
  const elsewhere = await tries.send(device.sign(await tries.request()), BROWSER, '198.51.100.1')
  expect(elsewhere).toMatchObject({ ok: true })
})

it('signing in by a passkey: bounds what an address begins', async () => {
  await tries.request()
  await database.run((db) => db.update(signInThrottles).set({ failures: 300 }))
  const begun = await startPasskeySignIn(tries.tools, {
    address: '203.0.113.7',
    browserKey: BROWSER,
  })
  expect(begun).toMatchObject({ error: { code: 'too_many_tries' } })
  expect(await database.run((db) => db.$count(passkeyChallenges))).toBe(1)
})
