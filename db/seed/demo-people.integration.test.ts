import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isPasswordRight } from '@/lib/access/passwords'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { Database } from '../client'
import { users } from '../schema/people'
import { seedDemoPeople } from './demo-people'

let made: TestDatabase
let database: Database

beforeAll(async () => {
  made = await createTestDatabase()
  database = new Database(made.ownerUrl)
})

afterAll(async () => {
  await database.close()
  await made.drop()
})

function readUsers() {
  return database.run((db) => db.select().from(users).orderBy(users.email))
}

it('demo people: one person a role who can sign in with the returned password', async () => {
  const people = await seedDemoPeople(database)
  const rows = await readUsers()
  expect(rows.map((row) => row.role).sort()).toEqual(['admin', 'staff', 'support', 'viewer'])
  for (const person of people) {
    const row = rows.find(({ email }) => email === person.email)
    expect(row).toMatchObject({ name: person.name, role: person.role })
    expect(await isPasswordRight(row?.passwordHash ?? null, person.password)).toBe(true)
  }
})

it('demo people: stay the same when it runs again, and changes to them are undone', async () => {
  await seedDemoPeople(database)
  const before = await readUsers()
  await database.run((db) =>
    db.update(users).set({ passwordHash: 'changed', disabledAt: sql`now()`, role: 'admin' }),
  )
  await seedDemoPeople(database)
  expect(await readUsers()).toEqual(before)
})
