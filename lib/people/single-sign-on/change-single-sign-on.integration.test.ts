import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { readSetting } from '@/db/queries/access/organization-settings'
import { auditEntries } from '@/db/schema/audit'
import { organizationSettings } from '@/db/schema/organization-settings'
import { users } from '@/db/schema/people'
import { openProviderSecret } from '@/lib/access/single-sign-on/provider-secret'
import { encryptionKeys } from '@/lib/config/key-ring'
import {
  startIdentityProvider,
  TEST_CLIENT,
  type IdentityProvider,
} from '@/testing/identity-provider/identity-provider'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { setTestEnvironment } from '@/testing/test-environment'
import { addPerson } from '../add-person'
import { removeGroup, setEmergencyAdmin, setGroup, setProvider } from './change-single-sign-on'

let made: TestDatabase
let provider: IdentityProvider

beforeAll(async () => {
  made = await createTestDatabase()
  // The command line comes as the owner of the tables.
  setTestEnvironment({ DATABASE_URL: made.ownerUrl })
  provider = await startIdentityProvider('http://localhost:3000/api/auth/callback/sso')
})
beforeEach(async () => {
  await database().run((db) => db.delete(users))
  await database().run((db) => db.delete(organizationSettings))
})
afterAll(async () => {
  await provider.stop()
  await database().close()
  await made.drop()
})

const request = () => ({ requestId: randomUUID(), reason: null, actor: null })
const refused = (refusal: string) => ({ ok: false, refusal })
const set = (change: object = {}) =>
  setProvider(
    database(),
    {
      issuer: provider.issuer,
      clientId: TEST_CLIENT.id,
      clientSecret: TEST_CLIENT.secret,
      name: 'Test ID',
      ...change,
    },
    request(),
  )

describe('setting single sign-on', () => {
  it('keeps the secret sealed, and out of the audit entry', async () => {
    const by = request()
    const stated = { issuer: provider.issuer, clientId: 'paydesk', name: 'Test ID' }
    const clientSecret = TEST_CLIENT.secret
    expect(await setProvider(database(), { ...stated, clientSecret }, by)).toMatchObject({
      ok: true,
      isChanged: true,
    })
    const stored = await readSetting(database(), 'single_sign_on')
    if (stored === null) throw new Error('nothing is set')
    expect(JSON.stringify(stored)).not.toContain(clientSecret)
    const key = encryptionKeys()
    expect(openProviderSecret(stored, key)).toEqual({ ok: true, value: clientSecret })
    expect(openProviderSecret({ ...stored, issuer: 'https://e.example' }, key).ok).toBe(false)
    const [entry] = await database().run((db) =>
      db.select().from(auditEntries).where(eq(auditEntries.requestId, by.requestId)),
    )
    expect(entry).toMatchObject({
      action: 'organization.setting_changed',
      detail: { setting: 'single_sign_on', value: { issuer: provider.issuer, groups: [] } },
    })
    expect(JSON.stringify(entry)).not.toMatch(/sealed/)
  })

  it('changes a part, and needs the secret again for another client', async () => {
    await set()
    const change = { clientSecret: undefined, name: 'Other ID' }
    expect(await set(change)).toMatchObject({ ok: true, settings: { name: 'Other ID' } })
    expect(await set({ ...change, clientId: 'another' })).toEqual(refused('secret_missing'))
  })

  it.each([
    [{ issuer: 'http://id.example' }, 'malformed'],
    [{ issuer: 'https://user:secret@id.example' }, 'malformed'],
    [{ issuer: 'http://127.0.0.1:9' }, 'unreachable'],
    [{ clientId: ' ' }, 'client_malformed'],
    [{ name: '\u0007' }, 'name_malformed'],
    [{ scopes: 'profile' }, 'scopes_malformed'],
    [{ groupsClaim: '' }, 'claim_malformed'],
  ])('refuses %j: %s', async (change, refusal) => {
    expect(await set(change)).toEqual(refused(refusal))
    expect(await readSetting(database(), 'single_sign_on')).toBeNull()
  })

  it('refuses metadata of another issuer', async () => {
    const issuer = provider.issuer.replace('127.0.0.1', 'localhost')
    expect(await set({ issuer })).toEqual(refused('other_issuer'))
  })
})

describe('the groups of single sign-on', () => {
  const group = (name: string, role: string, isFirst = false) =>
    setGroup(database(), { group: name, role, scope: 'all', isFirst }, request())
  const order = async () =>
    (await readSetting(database(), 'single_sign_on'))?.groups.map((one) => one.group + one.role)

  it('stay in the order in which they count', async () => {
    expect(await group('a', 'viewer')).toEqual(refused('not_set'))
    await set()
    await group('a', 'viewer')
    await group('b', 'staff')
    await group('c', 'admin', true)
    await group('a', 'support')
    expect(await order()).toEqual(['cadmin', 'asupport', 'bstaff'])
    expect(await group('d', 'owner')).toEqual(refused('role_unknown'))
    expect(await removeGroup(database(), 'd', request())).toEqual(refused('group_unknown'))
    await removeGroup(database(), 'a', request())
    expect(await order()).toEqual(['cadmin', 'bstaff'])
  })
})

describe('switching local passwords off', () => {
  const off = (email: string) => setEmergencyAdmin(database(), email, request())
  const add = (name: string, role: string) => {
    const person = { email: `${name}@shop.example`, name, role, scope: 'all' } as const
    return addPerson(database(), { ...person, password: 'a password for tests' }, request())
  }

  it('needs an admin who can sign in by password', async () => {
    await set()
    await add('support', 'support')
    await add('admin', 'admin')
    for (const email of ['no.one@shop.example', 'support@shop.example']) {
      expect(await off(email)).toEqual(refused('no_emergency_admin'))
    }
    expect((await readSetting(database(), 'single_sign_on'))?.localPasswords).toBe(true)
    expect(await off('admin@shop.example')).toMatchObject({
      ok: true,
      settings: { localPasswords: false },
    })
    expect(await setEmergencyAdmin(database(), null, request())).toMatchObject({
      settings: { localPasswords: true, emergencyAdminId: null },
    })
  })
})
