import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Database, database } from '@/db/client'
import { users } from '@/db/schema/people'
import { recoveryCodes } from '@/db/schema/second-factors'
import { signIn as signInLocally } from '@/lib/access/sign-in/sign-in'
import { env } from '@/lib/config/env'
import type { SingleSignOn } from '@/lib/domain/access/single-sign-on'
import { addPerson } from '@/lib/people/add-person'
import { choosePassword, readLink } from '@/lib/people/choose-password'
import { invitePerson } from '@/lib/people/invite-person'
import { makePersonLink } from '@/lib/people/make-person-link'
import { handPersonOver } from '@/lib/people/single-sign-on/change-single-sign-on'
import { changeRole, disablePerson } from '@/lib/people/change-person'
import { holdRows } from '@/testing/held-row'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { setTestEnvironment } from '@/testing/test-environment'
import { findPersonByKey } from './list-people'
import { writeSetting } from './organization-settings'
import { insertPendingSignIn, openPendingSession } from './pending-sign-ins'
import { findLiveSession, insertSession } from './sessions'

const OPERATOR = { requestId: randomUUID(), reason: null, actor: null }
const SETTINGS: SingleSignOn = {
  issuer: 'https://id.example',
  clientId: 'paydesk',
  sealedSecret: '',
  name: 'Test ID',
  scopes: 'openid',
  groupsClaim: 'groups',
  groups: [],
  trustsEmail: false,
  trustsSecondFactor: false,
  localPasswords: true,
  emergencyAdminId: null,
}

let made: TestDatabase
let owner: Database

beforeAll(async () => {
  made = await createTestDatabase()
  owner = new Database(made.ownerUrl, 2)
  setTestEnvironment({ DATABASE_URL: made.url })
})
beforeEach(() => owner.run((db) => db.delete(users)))
afterAll(async () => {
  await Promise.all([database().close(), owner.close()])
  await made.drop()
})

const set = (change: Pick<SingleSignOn, 'localPasswords' | 'emergencyAdminId'>) =>
  writeSetting(owner, 'single_sign_on', Object.assign({}, SETTINGS, change), OPERATOR)

const EMAIL = 'local@shop.example'
const password = 'a password for tests'

async function addLocal(email: string) {
  const person = { email, name: 'A', role: 'admin', scope: 'all', password } as const
  await addPerson(owner, person, OPERATOR)
  return (await findPersonByKey(database(), { email }))?.id ?? ''
}

describe('local ways in that are switched off', () => {
  const tryPassword = (email: string, given = password) =>
    signInLocally(
      { database: database(), secret: env().NEXTAUTH_SECRET },
      {
        email,
        password: given,
        address: randomUUID(),
        deviceToken: null,
        userAgent: null,
        sessionId: randomUUID(),
        requestId: randomUUID(),
      },
    )

  it('let in the emergency admin alone, and tell only who knows the password', async () => {
    const userId = await addLocal(EMAIL)
    const emergencyAdminId = await addLocal('emergency@shop.example')
    await set({ localPasswords: false, emergencyAdminId })
    expect(await tryPassword(EMAIL)).toMatchObject({ error: { code: 'local_passwords_off' } })
    expect(await tryPassword(EMAIL, 'wrong')).toMatchObject({
      error: { code: 'wrong_credentials' },
    })
    expect(await tryPassword('emergency@shop.example')).toMatchObject({ ok: true })
    // The statement holds it, too: what was checked before may have changed since.
    const session = { id: randomUUID(), userId, epoch: 0, userAgent: null, maxAgeS: 60 }
    expect(await insertSession(database(), session)).toBe(false)
    await set({ localPasswords: true, emergencyAdminId: null })
    expect(await insertSession(database(), session)).toBe(true)
  })

  it('end a sign-in that waits for its code', async () => {
    const userId = await addLocal(EMAIL)
    const tokenHash = randomUUID()
    await insertPendingSignIn(database(), { tokenHash, userId, epoch: 0, validForS: 60 })
    await database().run((db) => db.insert(recoveryCodes).values({ userId, codeHash: 'a code' }))
    const open = () => {
      const proof = { kind: 'recovery', codeHash: 'a code' } as const
      const session = {
        id: randomUUID(),
        userAgent: null,
        maxAgeS: 60,
        requestId: randomUUID(),
        address: null,
      }
      return openPendingSession(database(), tokenHash, proof, session)
    }
    await set({ localPasswords: false, emergencyAdminId: null })
    expect(await open()).toBe(false)
    await set({ localPasswords: true, emergencyAdminId: null })
    expect(await open()).toBe(true)
  })
})

describe('links while local ways in are switched off', () => {
  it('let no one in but that of the emergency admin, and say so', async () => {
    const invited = { email: EMAIL, name: 'A', role: 'viewer', scope: 'all' } as const
    const invitation = await invitePerson(owner, invited, OPERATOR)
    if (!invitation.ok) throw new Error(invitation.refusal)
    const { id, token } = invitation.value
    const emergencyAdminId = await addLocal('emergency@shop.example')
    await set({ localPasswords: false, emergencyAdminId })
    expect(await readLink(database(), token)).toEqual({ state: 'local_ways_off' })
    const chosen = { token, password, requestId: randomUUID(), address: null }
    expect(await choosePassword(database(), chosen)).toMatchObject({
      error: { code: 'local_ways_off' },
    })
    const refused = { ok: false, refusal: 'local_ways_off' }
    expect(await makePersonLink(owner, id, OPERATOR)).toEqual(refused)
    const other = Object.assign({}, invited, { email: 'other@shop.example' })
    expect(await invitePerson(owner, other, OPERATOR)).toEqual(refused)
    expect(await makePersonLink(owner, emergencyAdminId, OPERATOR)).toMatchObject({ ok: true })
    await set({ localPasswords: true, emergencyAdminId: null })
    expect(await choosePassword(database(), chosen)).toMatchObject({ ok: true })
  })

  it('leave the emergency admin an admin who can sign in', async () => {
    await addLocal(EMAIL)
    const id = await addLocal('emergency@shop.example')
    await set({ localPasswords: false, emergencyAdminId: id })
    const target = { person: { id }, request: OPERATOR }
    const refused = { refusal: 'emergency_admin' }
    expect(await disablePerson(owner, target)).toMatchObject(refused)
    expect(await changeRole(owner, target, 'support')).toMatchObject(refused)
    for (const change of [{ passwordHash: null }, { connectionIds: [id] }]) {
      await expect(owner.run((db) => db.update(users).set(change))).rejects.toThrow('PD010')
    }
    await set({ localPasswords: true, emergencyAdminId: id })
    expect(await disablePerson(owner, target)).toMatchObject({ ok: true })
  })

  it('leave one an admin who is named while the change waits', async () => {
    await addLocal(EMAIL)
    const id = await addLocal('emergency@shop.example')
    await set({ localPasswords: true, emergencyAdminId: null })
    const release = await holdRows(
      made.ownerUrl,
      `update organization_settings set
          value = value || '{"localPasswords": false, "emergencyAdminId": "${id}"}';
        select from users where id = '${id}'`,
      'commit',
    )
    const disabled = disablePerson(owner, { person: { id }, request: OPERATOR })
    await sleep(300)
    await release()
    expect(await disabled).toMatchObject({ refusal: 'emergency_admin' })
  })
})

describe('a person who is handed over to the identity provider', () => {
  const hand = (email: string) => handPersonOver(owner, email, OPERATOR)

  it('has no password and no session any more; the emergency admin and the last one are not', async () => {
    const id = await addLocal('emergency@shop.example')
    await set({ localPasswords: true, emergencyAdminId: null })
    const last = { ok: false, refusal: 'last_admin' }
    expect(await hand('emergency@shop.example')).toEqual(last)
    const userId = await addLocal(EMAIL)
    await set({ localPasswords: false, emergencyAdminId: id })
    expect(await hand('emergency@shop.example')).toEqual(last)
    await set({ localPasswords: true, emergencyAdminId: null })
    const session = { id: randomUUID(), userId, epoch: 0, userAgent: null, maxAgeS: 60 }
    await insertSession(database(), session)
    expect(await hand(EMAIL)).toMatchObject({ ok: true })
    expect(await findLiveSession(database(), session.id)).toBeNull()
    expect(await findPersonByKey(database(), { email: EMAIL })).toMatchObject({
      hasPassword: false,
    })
    expect(await hand('no.one@shop.example')).toMatchObject({ refusal: 'unknown_person' })
  })
})
