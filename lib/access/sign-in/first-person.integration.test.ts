import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { upsertUsers } from '@/db/queries/access/users'
import { users } from '@/db/schema/people'
import { anyFreePort } from '@/scripts/ports'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { needsFirstPerson } from './first-person'

let made: TestDatabase
let database: Database
let owner: Database

beforeAll(async () => {
  made = await createTestDatabase()
  database = new Database(made.url)
  owner = new Database(made.ownerUrl, 2)
})

afterAll(async () => {
  await Promise.all([database.close(), owner.close()])
  await made.drop()
})

it('needsFirstPerson: true until a person can sign in, without queries from then on', async () => {
  expect(await needsFirstPerson(database)).toBe(true)
  const anna = { email: 'anna@paydesk.example', name: 'Anna Lie', role: 'admin' as const }
  await upsertUsers(owner, [{ id: randomUUID(), ...anna, passwordHash: 'none' }])
  await database.run((db) => db.update(users).set({ disabledAt: new Date() }))
  expect(await needsFirstPerson(database)).toBe(true)
  await database.run((db) => db.update(users).set({ disabledAt: null }))
  expect(await needsFirstPerson(database)).toBe(false)
  await database.close()
  expect(await needsFirstPerson(database)).toBe(false)
})

it('needsFirstPerson: does not hold up the sign-in page when the database cannot be reached', async () => {
  const unreachable = new Database(`postgres://a:b@127.0.0.1:${await anyFreePort()}/none`)
  expect(await needsFirstPerson(unreachable)).toBe(false)
  await unreachable.close()
})
