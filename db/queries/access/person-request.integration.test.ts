import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { organizationSettings } from '@/db/schema/organization-settings'
import { SINGLE_SIGN_ON, type PersonRequest } from '@/lib/domain/access/actor'
import type { SettingKey } from '@/lib/domain/access/organization-settings'
import { startEmptyDatabase, type EmptyDatabase } from '@/testing/empty-database'
import { findPersonByKey } from './list-people'
import { insertPerson } from './insert-person'
import { writeSetting } from './organization-settings'
import { updatePerson } from './update-person'
import { upsertUsers } from './users'

let empty: EmptyDatabase
let database: Database

beforeAll(async () => {
  empty = await startEmptyDatabase()
  database = empty.database
})
afterAll(() => empty.stop())

/** What the provider of single sign-on says about a person, as the application asks for it. */
function bySingleSignOn(): PersonRequest {
  const address = '203.0.113.7'
  return { requestId: randomUUID(), reason: null, actor: null, agent: SINGLE_SIGN_ON, address }
}

function newPerson(role: 'staff' | 'admin') {
  const id = randomUUID()
  const email = `${id}@paydesk.example`
  return { id, email, name: 'Nora Vik', role, passwordHash: null, scope: 'all' } as const
}

it('single sign-on: makes and changes people as the organization lists it, and not otherwise', async () => {
  const nora = newPerson('staff')
  expect(await insertPerson(database, nora, bySingleSignOn())).toBe('actor_changed')
  const groups = [
    { role: 'staff', scope: 'all' },
    { role: 'support', scope: 'all' },
  ]
  const setting = { key: 'single_sign_on' as SettingKey, value: { groups } }
  await empty.owner.run((db) => db.insert(organizationSettings).values(setting))
  expect(await insertPerson(database, nora, bySingleSignOn())).toBe('inserted')
  expect(await insertPerson(database, newPerson('admin'), bySingleSignOn())).toBe('actor_changed')
  const give = (role: 'support' | 'admin') =>
    updatePerson(database, { email: nora.email }, { kind: 'role', role }, bySingleSignOn())
  expect(await give('support')).toMatchObject({ result: 'changed', email: nora.email })
  expect(await give('admin')).toEqual({ result: 'actor_changed' })
  expect(await findPersonByKey(database, { id: nora.id })).toMatchObject({ role: 'support' })
  const entries = await database.run((db) =>
    db.select().from(auditEntries).where(eq(auditEntries.streamId, nora.id)),
  )
  const by = { actorId: null, actorRole: 'single_sign_on', address: '203.0.113.7' }
  expect(entries).toMatchObject([
    { ...by, action: 'person.added' },
    { ...by, action: 'person.role_changed', detail: { from: 'staff', to: 'support' } },
  ])
})

it('settings: are written by an admin of all connections', async () => {
  const userId = randomUUID()
  const person = { name: 'Anna Lie', email: 'anna@paydesk.example', role: 'admin' } as const
  await upsertUsers(empty.owner, [{ ...person, id: userId, passwordHash: 'none' }])
  const write = (scope: 'all' | readonly string[]) => {
    const actor = { ...person, userId, scope }
    const request = { requestId: randomUUID(), reason: null, actor }
    return writeSetting(database, 'second_factor_roles', ['admin'], request)
  }
  expect(await write([randomUUID()])).toBe('actor_changed')
  expect(await write('all')).toBe('changed')
  expect(await write('all')).toBe('same')
})
