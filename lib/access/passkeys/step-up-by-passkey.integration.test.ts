import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { revokeSession } from '@/db/queries/access/sessions'
import { findStepUpState } from '@/db/queries/access/step-up'
import { passkeyChallenges } from '@/db/schema/passkeys'
import { signInThrottles, users } from '@/db/schema/people'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import type { PasskeyProblem, SignedChallenge } from '@/lib/domain/access/passkey'
import { BROWSER, ORIGIN, OTHER_BROWSER, PasskeyTries, refused } from '@/testing/passkey-tries'
import { SoftwareAuthenticator, type Deviation } from '@/testing/software-authenticator'
import { setTestEnvironment } from '@/testing/test-environment'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { startPasskeyStepUp, stepUpByPasskey } from './step-up-by-passkey'

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

async function ask(actor: Actor = tries.anna) {
  const begun = await startPasskeyStepUp(tries.context(actor), BROWSER)
  if (!begun.ok) throw new Error(begun.error.code)
  const { challenge, rpId = '', allowCredentials = [] } = begun.value
  return { challenge, rpId, allowed: allowCredentials.map(({ id }) => id) }
}

function send(signed: SignedChallenge, actor = tries.anna, browser: string | null = BROWSER) {
  return stepUpByPasskey(tries.context(actor), signed, browser)
}

function state(actor: Actor = tries.anna) {
  return findStepUpState(database, actor)
}

const DONE = { ok: true, value: null }

it('step-up by a passkey: asks for the person’s own, and makes this session fresh and no other one', async () => {
  const device = await tries.add()
  const other = { ...tries.anna, sessionId: await tries.openSession() }
  expect(await state()).toMatchObject({ isFresh: false, ways: ['passkey'] })
  const request = await ask()
  expect(request.allowed).toEqual([device.credentialId])
  expect(await send(device.sign(request))).toEqual(DONE)
  expect((await state()).isFresh).toBe(true)
  expect((await state(other)).isFresh).toBe(false)
})

it('step-up by a passkey: is no way any more once an admin has removed all', async () => {
  const device = await tries.add()
  const signed = device.sign(await ask())
  await database.run((db) => db.update(users).set({ passkeyEpoch: 1 }))
  expect((await state()).ways).toEqual([])
  expect(await send(signed)).toEqual(refused('unknown'))
})

it('step-up by a passkey: takes the answer of a device that leaves its person out', async () => {
  const device = await tries.add()
  expect(await send(device.sign(await ask(), { userHandle: '' }))).toEqual(DONE)
})

it('step-up by a passkey: signing in by one counts as the first proof', async () => {
  const signedIn = await tries.signIn(await tries.add())
  if (!signedIn.ok) throw new Error(signedIn.error.code)
  const { sessionId } = signedIn.value
  expect((await state({ ...tries.anna, sessionId })).isFresh).toBe(true)
})

it.each<[PasskeyProblem, Deviation]>([
  ['wrong_site', { origin: 'http://localhost:3001' }],
  ['wrong_site', { isInFrame: true }],
  ['unverified', { isUserVerified: false }],
  ['expired', { challenge: 'A'.repeat(43) }],
  ['unknown', { userHandle: 'A'.repeat(22) }],
  ['counter', { count: 1 }],
])(
  'step-up by a passkey: refuses as %s what a device signed with %j',
  async (problem, deviation) => {
    const device = await tries.add()
    expect(await send(device.sign(await ask(), deviation))).toEqual(refused(problem))
    expect((await state()).isFresh).toBe(false)
  },
)

it('step-up by a passkey: refuses that of another person, a forged signature, and one that was removed', async () => {
  const bo = await tries.addBo()
  const [device, others] = [await tries.add(), await tries.add(undefined, bo)]
  expect(await send(others.sign(await ask()))).toEqual(refused('unknown'))
  expect(await send(others.sign(await ask(), { userHandle: '' }))).toEqual(refused('unknown'))
  const forged = { ...others.sign(await ask()), id: device.credentialId, userHandle: '' }
  expect(await send(forged)).toEqual(refused('unknown'))
  const signed = device.sign(await ask())
  await tries.remove(await tries.passkeyId())
  expect(await send(signed)).toEqual(refused('unknown'))
  expect((await state()).isFresh).toBe(false)
  expect((await state(bo)).isFresh).toBe(false)
})

it('step-up by a passkey: takes a challenge once, in time, of the same person and browser, and for stepping up alone', async () => {
  const bo = await tries.addBo()
  const [device, others] = [await tries.add(), await tries.add(undefined, bo)]
  const expired = refused('expired')
  const signed = device.sign(await ask())
  expect(await send(signed, tries.anna, OTHER_BROWSER)).toEqual(expired)
  expect(await send(signed, tries.anna, null)).toEqual(expired)
  const twice = await Promise.all([send(signed), send(signed)])
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
  expect(twice).toContainEqual(expired)

  expect(await send(others.sign(await ask()), bo)).toEqual(expired)
  expect(await send(device.sign(await tries.request()))).toEqual(expired)
  expect(await tries.send(device.sign(await ask()))).toEqual(expired)
  const late = device.sign(await ask())
  await database.run((db) => db.update(passkeyChallenges).set({ expiresAt: sql`now()` }))
  expect(await send(late)).toEqual(expired)
})

it('step-up by a passkey: is too late in a session that has ended meanwhile', async () => {
  const device = await tries.add()
  const signed = device.sign(await ask())
  await revokeSession(database, tries.anna.sessionId)
  expect(await send(signed)).toEqual({ ok: false, error: { code: 'not_signed_in' } })
  expect((await state()).isFresh).toBe(false)
})

it('step-up by a passkey: bounds how often a person is asked', async () => {
  await tries.add(new SoftwareAuthenticator(ORIGIN))
  const { times } = LIMITS.access.rates.passkeyStepUp
  await ask()
  await database.run((db) => db.update(signInThrottles).set({ failures: times }))
  expect(await startPasskeyStepUp(tries.context(), BROWSER)).toMatchObject({
    ok: false,
    error: { code: 'too_often' },
  })
})
