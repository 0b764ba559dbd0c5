import { createHash, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { Database, database } from '@/db/client'
import { isKnownDevice } from '@/db/queries/access/known-devices'
import { findLiveSession, insertSession, revokeSession } from '@/db/queries/access/sessions'
import { users } from '@/db/schema/people'
import { seedDemoPeople } from '@/db/seed/demo-people'
import { sessionSecrets } from '@/lib/config/key-ring'
import { randomSecret } from '@/scripts/application/environment'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { authOptions } from './auth-options'
import { hashToken } from './secret-token'
import { isOwnOrigin } from './request-headers'
import { openSessionToken, sealSessionToken } from './session-token'

/** The cookies that Next gives and takes. */
const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: () =>
    Promise.resolve({
      get: (name: string) => ({ value: jar.get(name) }),
      set: (name: string, value: string) => jar.set(name, value),
    }),
}))

const secret = 'a secret of at least 32 characters'
const previousSecret = 'the secret of 32 characters before'
let made: TestDatabase
let owner: Database

beforeAll(async () => {
  made = await createTestDatabase()
  owner = new Database(made.ownerUrl, 2)
  vi.stubEnv('DATABASE_URL', made.url)
  vi.stubEnv('NEXTAUTH_SECRET', secret)
  vi.stubEnv('NEXTAUTH_SECRET_PREVIOUS', previousSecret)
  vi.stubEnv('NEXTAUTH_URL', 'https://paydesk.example.com/')
  vi.stubEnv('PAYDESK_ENCRYPTION_KEY', randomSecret())
  vi.stubEnv('LOG_LEVEL', 'silent')
  await seedDemoPeople(owner)
})

afterAll(async () => {
  vi.unstubAllEnvs()
  await database().close()
  await owner.close()
  await made.drop()
})

async function openSession(): Promise<string> {
  const email = 'support@paydesk.example'
  const [user] = await database().run((db) => db.select().from(users).where(eq(users.email, email)))
  const id = randomUUID()
  await insertSession(database(), {
    id,
    userId: user?.id ?? '',
    epoch: 0,
    userAgent: null,
    maxAgeS: 600,
  })
  return id
}

async function decoded(sessionId: string) {
  const token = await sealSessionToken(sessionId, sessionSecrets())
  return authOptions().jwt?.decode?.({ token, secret })
}

it('next-auth: accepts a cookie for as long as its session is live', async () => {
  const sessionId = await openSession()
  expect(await decoded(sessionId)).toMatchObject({ sid: sessionId })
  await revokeSession(database(), sessionId)
  expect(await decoded(sessionId)).toBeNull()
})

it('next-auth: what the previous secret made still counts, and new cookies are made with the current', async () => {
  const sessionId = await openSession()
  const token = await sealSessionToken(sessionId, { current: previousSecret, previous: null })
  const hash = createHash('sha256').update(`csrf${previousSecret}`).digest('hex')
  const options = authOptions(`csrf|${hash}`)
  expect(await options.jwt?.decode?.({ token, secret })).toMatchObject({ sid: sessionId })
  expect(options.secret).toBe(previousSecret)
  expect(authOptions().secret).toBe(secret)
  const made = await options.jwt?.encode?.({ token: { sid: sessionId }, secret: previousSecret })
  expect(openSessionToken(made ?? '', { current: secret, previous: null })).toBe(sessionId)
  const forged = await sealSessionToken(sessionId, { current: randomSecret(), previous: null })
  expect(await options.jwt?.decode?.({ token: forged, secret })).toBeNull()
})

it('next-auth: ends the session at sign-out', async () => {
  const sessionId = await openSession()
  const signOut = authOptions().events?.signOut as (message: { token: unknown }) => Promise<void>
  await signOut({ token: null })
  expect(await findLiveSession(database(), sessionId)).not.toBeNull()
  await signOut({ token: { sid: sessionId } })
  expect(await findLiveSession(database(), sessionId)).toBeNull()
})

it('next-auth: gets a session id for the right password and a code for a wrong one', async () => {
  const [provider] = authOptions().providers
  if (provider?.type !== 'credentials') throw new Error('there is no password provider')
  const given = { email: 'admin@paydesk.example', password: 'paydesk-demo' }
  const request = { headers: { 'x-paydesk-address': '203.0.113.7' } }

  const user = await provider.authorize(given, request)
  expect(await findLiveSession(database(), user?.id ?? '')).toMatchObject({
    actor: { role: 'admin' },
  })
  const deviceToken = jar.get('__Host-paydesk-device') ?? ''
  expect(await isKnownDevice(database(), given.email, hashToken(deviceToken))).toBe(true)
  await expect(provider.authorize({ ...given, password: 'no' }, request)).rejects.toThrow(
    'wrong_credentials',
  )
})

it('next-auth: a sign-in ends the earlier session of that browser, and no other', async () => {
  const [provider] = authOptions().providers
  if (provider?.type !== 'credentials') throw new Error('there is no password provider')
  const [earlier, other] = [await openSession(), await openSession()]
  const cookie = `a=b; __Host-next-auth.session-token=${await sealSessionToken(earlier, sessionSecrets())}`
  const given = { email: 'admin@paydesk.example', password: 'paydesk-demo' }
  await provider.authorize(given, { headers: { cookie } })
  expect(await findLiveSession(database(), earlier)).toBeNull()
  expect(await findLiveSession(database(), other)).not.toBeNull()
})

it('next-auth: distinguishes its own origin from any other, and from none', () => {
  expect(isOwnOrigin('https://paydesk.example.com')).toBe(true)
  for (const foreign of ['https://evil.example', 'http://paydesk.example.com', 'null', '', null]) {
    expect(isOwnOrigin(foreign)).toBe(false)
  }
})
