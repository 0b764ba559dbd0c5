import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Database, database } from '@/db/client'
import { writeSetting } from '@/db/queries/access/organization-settings'
import { findPersonByKey } from '@/db/queries/access/list-people'
import { findLiveSession, insertSession } from '@/db/queries/access/sessions'
import { findStepUpState } from '@/db/queries/access/step-up'
import { updatePerson } from '@/db/queries/access/update-person'
import { auditEntries } from '@/db/schema/audit'
import { sessions, users } from '@/db/schema/people'
import { checkReply, startAtProvider } from '@/lib/access/single-sign-on/ask-provider'
import { sealProviderSecret } from '@/lib/access/single-sign-on/provider-secret'
import { returnAddress, type ProviderClient } from '@/lib/access/single-sign-on/provider-options'
import { signInByProvider, type SteppingUp } from '@/lib/access/single-sign-on/sign-in-by-provider'
import { env } from '@/lib/config/env'
import { encryptionKeys } from '@/lib/config/key-ring'
import type { SingleSignOn } from '@/lib/domain/access/single-sign-on'
import { log } from '@/lib/observability/log'
import {
  startIdentityProvider,
  TEST_CLIENT,
  type Claims,
  type IdentityProvider,
} from '@/testing/identity-provider/identity-provider'
import { visitProvider } from '@/testing/identity-provider/visit-provider'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { setTestEnvironment } from '@/testing/test-environment'
import { addPerson } from '../add-person'
import { readLink } from '../choose-password'
import { invitePerson } from '../invite-person'
import { admitPerson } from './admit-person'

const OPERATOR = { requestId: randomUUID(), reason: null, actor: null }
const ONE = '11111111-1111-4111-8111-111111111111'

let made: TestDatabase
let owner: Database
let provider: IdentityProvider
let settings: SingleSignOn

beforeAll(async () => {
  made = await createTestDatabase()
  owner = new Database(made.ownerUrl, 2)
  setTestEnvironment({ DATABASE_URL: made.url })
  provider = await startIdentityProvider(returnAddress(env().NEXTAUTH_URL))
})
afterAll(async () => {
  await provider.stop()
  await Promise.all([database().close(), owner.close()])
  await made.drop()
})

beforeEach(async () => {
  await owner.run((db) => db.delete(users))
  const { issuer } = provider
  const client = { issuer, clientId: TEST_CLIENT.id }
  settings = {
    ...client,
    sealedSecret: sealProviderSecret(TEST_CLIENT.secret, client, encryptionKeys()),
    name: 'Test ID',
    scopes: 'openid profile email',
    groupsClaim: 'groups',
    groups: [
      { group: 'admins', role: 'admin', scope: 'all' },
      { group: 'shop one', role: 'support', scope: [ONE] },
    ],
    trustsEmail: false,
    trustsSecondFactor: false,
    localPasswords: true,
    emergencyAdminId: null,
  }
  await set('second_factor_roles', [])
  await store(settings)
  Object.assign(provider, { account: 'anna', tamper: null, signsByOtherKey: false, delayMs: 0 })
  account({})
})

const set = (key: 'second_factor_roles', value: readonly 'admin'[]) =>
  writeSetting(owner, key, value, OPERATOR)
const store = (value: SingleSignOn) => writeSetting(owner, 'single_sign_on', value, OPERATOR)

/** Anna at the provider, with what is different about her. */
function account(change: Claims): void {
  const anna = { email: 'Anna@shop.example', email_verified: true, name: 'Anna Lie' }
  provider.accounts.set('anna', { ...anna, groups: ['shop one'], ...change })
}

const client = (): ProviderClient => ({
  settings,
  clientSecret: TEST_CLIENT.secret,
  applicationUrl: env().NEXTAUTH_URL,
  secret: env().NEXTAUTH_SECRET,
})

async function comeBack(isAgain = false) {
  const started = await startAtProvider(client(), { isAgain })
  if (!started.ok) throw new Error(started.outcome)
  const query = await visitProvider(started.address, returnAddress(env().NEXTAUTH_URL))
  return { query, cookies: Object.fromEntries(started.cookies), isAgain }
}

async function signIn(actor: SteppingUp | null = null) {
  return signInByProvider(
    database(),
    { client: client(), admit: admitPerson },
    {
      reply: await comeBack(actor !== null),
      actor,
      address: '127.0.0.1',
      userAgent: null,
      sessionId: randomUUID(),
      requestId: randomUUID(),
    },
  )
}

const anna = () => findPersonByKey(database(), { email: 'anna@shop.example' })

async function entriesOf(id: string) {
  const entries = await database().run((db) =>
    db.select().from(auditEntries).where(eq(auditEntries.streamId, id)),
  )
  return entries.map(({ action, actorName }) => `${action} by ${actorName}`)
}

async function actorOf(signedIn: Awaited<ReturnType<typeof signIn>>) {
  if (!signedIn.ok) throw new Error(signedIn.problem)
  return (await findLiveSession(database(), signedIn.sessionId))?.actor ?? null
}

const refused = (problem: string) => ({ ok: false, problem })

/** Where a reply stands after it was checked: the closer reason is what the security log gets. */
async function check(change: (reply: Awaited<ReturnType<typeof comeBack>>) => object = () => ({})) {
  const reply = await comeBack()
  const checked = await checkReply(client(), { ...reply, ...change(reply) })
  return checked.ok ? 'taken' : `${checked.problem}: ${checked.outcome}`
}

const tamper = (change: Claims) => {
  provider.tamper = (claims) => ({ ...claims, ...change })
}

describe('the first sign-in by single sign-on', () => {
  it('makes the person in role and scope of the first rule that counts, each change with its entry', async () => {
    expect(await actorOf(await signIn())).toMatchObject({
      email: 'anna@shop.example',
      name: 'Anna Lie',
      role: 'support',
      scope: [ONE],
    })
    const id = (await anna())?.id ?? ''
    account({ groups: ['shop one', 'admins'], name: 'Anna Vik', email: 'other@shop.example' })
    expect(await actorOf(await signIn())).toMatchObject({
      userId: id,
      email: 'anna@shop.example',
      name: 'Anna Vik',
      role: 'admin',
      scope: 'all',
    })
    expect(await actorOf(await signIn())).toMatchObject({ userId: id })
    expect(await entriesOf(id)).toEqual([
      'person.added by Single sign-on',
      'person.identity_linked by Single sign-on',
      'person.role_changed by Single sign-on',
      'person.connections_changed by Single sign-on',
      'person.renamed by Single sign-on',
    ])
  })

  it('makes one person of two at once', async () => {
    const both = await Promise.all([signIn(), signIn()])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect(await entriesOf((await anna())?.id ?? '')).toHaveLength(2)
  })

  it('takes over an invited person, whose link ends', async () => {
    const scope = 'all'
    const invited = { email: 'anna@shop.example', name: 'A', role: 'admin', scope } as const
    const invitation = await invitePerson(owner, invited, OPERATOR)
    if (!invitation.ok) throw new Error(invitation.refusal)
    expect(await actorOf(await signIn())).toMatchObject({
      userId: invitation.value.id,
      role: 'support',
    })
    expect(await readLink(database(), invitation.value.token)).toEqual({ state: 'unusable' })
  })
})

describe('an address that a first sign-in by single sign-on names', () => {
  it('takes over no one with a password, whatever the address', async () => {
    const password = 'a password for tests'
    const local = { email: 'anna@shop.example', name: 'A', role: 'viewer', scope: 'all' } as const
    await addPerson(owner, { ...local, password }, OPERATOR)
    expect(await signIn()).toEqual(refused('email_taken'))
    expect(await anna()).toMatchObject({ role: 'viewer' })
  })

  it('does not give the person to the next owner of the address', async () => {
    await signIn()
    provider.accounts.set('anna2', provider.accounts.get('anna') ?? {})
    provider.account = 'anna2'
    expect(await signIn()).toEqual(refused('email_taken'))
  })

  it.each([
    [{ email_verified: false }, 'email_unverified'],
    [{ email_verified: undefined }, 'email_unverified'],
    [{ email: undefined }, 'email_missing'],
    [{ email: 'no address' }, 'email_missing'],
    [{ groups: undefined }, 'no_group'],
    [{ groups: ['Shop One'] }, 'no_group'],
    [{ groups: [7] }, 'groups_unreadable'],
    [{ groups: Array.from({ length: 2_001 }, () => 'shop one') }, 'groups_unreadable'],
    [{ groups: undefined, _claim_names: { groups: 'src1' } }, 'groups_unreadable'],
  ])('refuses claims with %j: %s', async (change, problem) => {
    account(change)
    expect(await signIn()).toEqual(refused(problem))
    expect(await anna()).toBeNull()
  })

  it('takes an address that the provider does not speak of where it is trusted, but none it doubts', async () => {
    settings = { ...settings, trustsEmail: true }
    account({ email_verified: false })
    expect(await signIn()).toEqual(refused('email_unverified'))
    account({ email_verified: undefined })
    expect(await signIn()).toMatchObject({ ok: true })
  })

  it('gives a person whose name cannot be shown one of the address', async () => {
    account({ name: 'Anna\u202e\u0007' })
    expect(await actorOf(await signIn())).toMatchObject({ name: 'anna' })
  })
})

describe('a later sign-in by single sign-on', () => {
  it('is refused to a person whose groups are gone, and ends all sessions', async () => {
    const first = await signIn()
    account({ groups: [] })
    expect(await signIn()).toEqual(refused('no_group'))
    expect(await actorOf(first)).toBeNull()
  })

  it('is refused to a disabled person', async () => {
    await signIn()
    const key = { email: 'anna@shop.example' }
    await updatePerson(owner, key, { kind: 'disable' }, OPERATOR)
    expect(await signIn()).toEqual(refused('disabled'))
  })

  it('is no way in for a person whom the provider of now does not know', async () => {
    const signedIn = await actorOf(await signIn())
    const session = {
      id: randomUUID(),
      userId: signedIn?.userId ?? '',
      epoch: 0,
      userAgent: null,
      maxAgeS: 60,
      provider: { authenticatedAt: null },
    }
    expect(await insertSession(database(), session)).toBe(true)
    await store({ ...settings, issuer: 'https://elsewhere.example' })
    expect(await insertSession(database(), { ...session, id: randomUUID() })).toBe(false)
  })

  it('needs a second factor where the role does: by the token, or by an issuer that is trusted', async () => {
    account({ groups: ['admins'] })
    await set('second_factor_roles', ['admin'])
    expect(await signIn()).toEqual(refused('second_factor'))
    tamper({ amr: ['pwd', 'mfa'] })
    const signedIn = await signIn()
    if (!signedIn.ok) throw new Error(signedIn.problem)
    const live = await findLiveSession(database(), signedIn.sessionId)
    expect(live).toMatchObject({ needsSecondFactor: false })
    provider.tamper = null
    settings = { ...settings, trustsSecondFactor: true }
    expect(await signIn()).toMatchObject({ ok: true })
  })

  it('renews the own session when the person has just shown who they are, and no other’s', async () => {
    const first = await signIn()
    if (!first.ok) throw new Error(first.problem)
    const stepUp = async () => {
      const actor = await actorOf(first)
      if (actor === null) throw new Error('the session has ended')
      return findStepUpState(database(), actor)
    }
    expect(await secondFactorAt(first.sessionId)).toBeNull()
    expect(await stepUp()).toMatchObject({ isFresh: false, ways: ['single_sign_on'] })
    const actor = await actorOf(first)
    expect(await signIn(actor)).toEqual({ ...first, isNew: false })
    expect(await secondFactorAt(first.sessionId)).not.toBeNull()
    expect(await stepUp()).toMatchObject({ isFresh: true })
    tamper({ auth_time: Math.floor(Date.now() / 1000) - 1_000 })
    expect(await signIn(actor)).toEqual(refused('rejected'))
    provider.tamper = null
    account({ sub: 'bo', email: 'bo@shop.example' })
    provider.accounts.set('bo', { ...provider.accounts.get('anna'), email: 'bo@shop.example' })
    provider.account = 'bo'
    expect(await signIn(actor)).toEqual(refused('other_person'))
  })
})

it('security events: name each refusal’s closer reason, and tell a step-up from a sign-in', async () => {
  const info = vi.spyOn(log(), 'info').mockImplementation(() => undefined)
  const actor = await actorOf(await signIn())
  for (const as of [null, actor]) {
    for (const change of [{ nonce: 'x' }, { iss: 'https://e.example' }, { aud: 'x' }]) {
      tamper(change)
      await signIn(as)
    }
  }
  provider.tamper = null
  await signIn(actor)
  const common = { way: 'single_sign_on', network: '127.0.0.1' }
  const who = { personId: actor?.userId, role: 'support', sessionId: actor?.sessionId }
  const lines = info.mock.calls.map(([line]: unknown[]) => line)
  const reasons = ['wrong_nonce', 'wrong_issuer', 'wrong_audience']
  const requestId = expect.any(String) as string
  expect(lines).toEqual([
    { event: 'sign_in', outcome: 'done', requestId, ...common, ...who },
    ...reasons.map((outcome) => ({ event: 'sign_in_failed', outcome, requestId, ...common })),
    ...reasons.map((outcome) => ({ event: 'step_up', outcome, requestId, ...common, ...who })),
    { event: 'step_up', outcome: 'done', requestId, ...common, ...who },
  ])
})

const secondFactorAt = async (id: string) => {
  const [row] = await database().run((db) => db.select().from(sessions).where(eq(sessions.id, id)))
  return row?.secondFactorAt
}

describe('the reply of an identity provider', () => {
  it('is taken once', async () => {
    const reply = await comeBack()
    expect(await checkReply(client(), reply)).toMatchObject({ ok: true })
    expect(await checkReply(client(), reply)).toMatchObject({ problem: 'expired' })
  })

  it.each([
    [{ nonce: 'another' }, 'rejected: wrong_nonce'],
    [{ iss: 'https://elsewhere.example' }, 'rejected: wrong_issuer'],
    [{ aud: 'another' }, 'rejected: wrong_audience'],
    [{ exp: Math.floor(Date.now() / 1000) - 60 }, 'rejected: expired_token'],
    [{ nbf: Math.floor(Date.now() / 1000) + 600 }, 'rejected: token_of_another_time'],
  ])('is refused with %j: %s', async (change, reason) => {
    tamper(change)
    expect(await check()).toBe(reason)
  })

  it('is refused with a signature that is not the provider’s', async () => {
    provider.signsByOtherKey = true
    expect(await check()).toBe('rejected: wrong_signature')
  })

  it('is refused in another browser, of another beginning, and where the person gave up', async () => {
    expect(await check(() => ({ cookies: {} }))).toBe('expired: no_such_start')
    const other = await startAtProvider(client(), { isAgain: false })
    if (!other.ok) throw new Error(other.outcome)
    const cookies = Object.fromEntries(other.cookies)
    expect(await check(() => ({ cookies }))).toBe('expired: wrong_state')
    expect(await check(({ query }) => ({ query: { ...query, iss: 'https://e.example' } }))).toBe(
      'rejected: wrong_issuer',
    )
    provider.account = null
    expect(await check()).toBe('cancelled: access_denied')
  })

  it('is refused where the metadata is that of another issuer', async () => {
    const reply = await comeBack()
    settings = { ...settings, issuer: `${settings.issuer}/` }
    expect(await checkReply(client(), reply)).toMatchObject({ outcome: 'wrong_issuer' })
  })

  it('is not waited for beyond a bound, and nothing is begun where no provider is', async () => {
    provider.delayMs = 60_000
    expect(await check()).toBe('unavailable: no_token')
    settings = { ...settings, issuer: 'http://127.0.0.1:9' }
    const started = await startAtProvider(client(), { isAgain: false })
    expect(started).toMatchObject({ problem: 'unavailable', outcome: 'no_metadata' })
  }, 20_000)
})
