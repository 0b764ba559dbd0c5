import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { users } from '@/db/schema/people'
import { startEmptyDatabase, type EmptyDatabase } from '@/testing/empty-database'
import { secondsAgo } from '@/testing/operation-row'
import { findUserByEmail, upsertUsers, type NewUser } from './users'

const EMAIL = 'anna@paydesk.example'
const OTHER_EMAIL = 'bo@paydesk.example'

let empty: EmptyDatabase
let database: Database

beforeAll(async () => {
  empty = await startEmptyDatabase()
  database = empty.database
})
afterAll(() => empty.stop())
beforeEach(() => empty.owner.run((db) => db.delete(users)))

function aPerson(change: Partial<NewUser> = {}): NewUser {
  const person = { name: 'Anna Lie', role: 'support', passwordHash: 'first hash' } as const
  return { ...person, id: randomUUID(), email: EMAIL, ...change }
}

async function rowOf(email: string) {
  const [row] = await database.run((db) => db.select().from(users).where(eq(users.email, email)))
  return row
}

const set = (email: string, change: Partial<typeof users.$inferInsert>) =>
  empty.owner.run((db) => db.update(users).set(change).where(eq(users.email, email)))

describe('finding a person by e-mail address', () => {
  it('gives what signing in needs, of this person and no other', async () => {
    const anna = aPerson()
    const bo = aPerson({ email: OTHER_EMAIL, name: 'Bo Dahl', passwordHash: 'hash of Bo' })
    await upsertUsers(empty.owner, [bo, anna])
    await set(EMAIL, { sessionEpoch: 7 })
    expect(await findUserByEmail(database, EMAIL)).toEqual({
      id: anna.id,
      name: 'Anna Lie',
      role: 'support',
      passwordHash: 'first hash',
      isDisabled: false,
      maySignInLocally: true,
      sessionEpoch: 7,
    })
  })

  it('says that a person is disabled', async () => {
    await upsertUsers(empty.owner, [aPerson(), aPerson({ email: OTHER_EMAIL })])
    await set(EMAIL, { disabledAt: secondsAgo(60) })
    expect(await findUserByEmail(database, EMAIL)).toMatchObject({ isDisabled: true })
    expect(await findUserByEmail(database, OTHER_EMAIL)).toMatchObject({ isDisabled: false })
  })

  it.each([['nobody@paydesk.example'], ['Anna@paydesk.example'], ['anna@paydesk'], ['']])(
    'finds nobody under “%s”',
    async (email) => {
      await upsertUsers(empty.owner, [aPerson()])
      expect(await findUserByEmail(database, email)).toBeNull()
    },
  )
})

describe('making people', () => {
  it('keeps each with the given id, name, role and password, able to sign in', async () => {
    const people = [aPerson(), aPerson({ email: OTHER_EMAIL, name: 'Bo Dahl', role: 'viewer' })]
    await upsertUsers(empty.owner, people)
    for (const person of people) {
      expect(await rowOf(person.email)).toMatchObject({
        ...person,
        disabledAt: null,
        sessionEpoch: 0,
      })
    }
  })

  it('makes all of them or none', async () => {
    const people = [aPerson(), aPerson({ email: 'Bo@paydesk.example' })]
    await expect(upsertUsers(empty.owner, people)).rejects.toMatchObject({
      constraint_name: 'users_email_lower_case',
    })
    expect(await rowOf(EMAIL)).toBeUndefined()
  })
})

describe('making a person whose e-mail address exists', () => {
  it('gives the person another name, role and password, and keeps the rest', async () => {
    await upsertUsers(empty.owner, [aPerson()])
    await set(EMAIL, { sessionEpoch: 3, createdAt: secondsAgo(3_600) })
    const before = await rowOf(EMAIL)
    const change = { name: 'Anna Berg', role: 'admin', passwordHash: 'second hash' } as const
    await upsertUsers(empty.owner, [aPerson(change)])
    expect(await rowOf(EMAIL)).toEqual({ ...before, ...change })
  })

  it('enables the person again', async () => {
    await upsertUsers(empty.owner, [aPerson()])
    await set(EMAIL, { disabledAt: secondsAgo(60) })
    await upsertUsers(empty.owner, [aPerson()])
    expect(await rowOf(EMAIL)).toMatchObject({ disabledAt: null })
  })

  it('gives each of several what was given for that one', async () => {
    const people = [aPerson(), aPerson({ email: OTHER_EMAIL, name: 'Bo Dahl', role: 'viewer' })]
    await upsertUsers(empty.owner, people)
    const changed = people.map((person) => ({ ...person, name: `${person.name} Moe` }))
    await upsertUsers(empty.owner, changed)
    for (const person of changed) expect(await rowOf(person.email)).toMatchObject(person)
  })

  it('leaves other people as they are', async () => {
    await upsertUsers(empty.owner, [aPerson(), aPerson({ email: OTHER_EMAIL })])
    await set(OTHER_EMAIL, { disabledAt: secondsAgo(60) })
    const before = await rowOf(OTHER_EMAIL)
    await upsertUsers(empty.owner, [aPerson({ name: 'Anna Berg' })])
    expect(await rowOf(OTHER_EMAIL)).toEqual(before)
  })
})

it('users: keeps no age of a password, no hint and no question', async () => {
  const columns = await empty.owner.run((db) =>
    db.execute<{ name: string }>(sql`
      select column_name as name from information_schema.columns where table_name = 'users'`),
  )
  expect(columns.map(({ name }) => name).toSorted()).toEqual([
    'connection_ids',
    'created_at',
    'disabled_at',
    'email',
    'id',
    'language',
    'link_epoch',
    'name',
    'passkey_epoch',
    'password_hash',
    'role',
    'session_epoch',
    'theme',
    'time_zone',
  ])
  await upsertUsers(empty.owner, [aPerson()])
  await set(EMAIL, { createdAt: new Date('2001-01-01') })
  expect(await findUserByEmail(database, EMAIL)).toMatchObject({ isDisabled: false })
})
