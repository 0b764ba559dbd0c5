import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { Database } from './client'
import { proveDatabase, UnfitDatabaseError } from './prove-database'

let testDatabase: TestDatabase
let owner: Database

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  owner = new Database(testDatabase.ownerUrl, 2)
})
afterAll(async () => {
  await owner.close()
  await testDatabase.drop()
})

async function countRows(): Promise<unknown> {
  return owner.run((db) =>
    db.execute(sql`
      select (select count(*) from audit_entries)::int as entries,
        (select count(*) from audit_heads)::int as heads,
        (select count(*) from sign_in_throttles)::int as throttles`),
  )
}

it('proof of the database: PostgreSQL is fit, as the application’s role and as the owner, and nothing is left', async () => {
  const before = await countRows()
  await proveDatabase(testDatabase.url)
  await proveDatabase(testDatabase.ownerUrl)
  expect(await countRows()).toEqual(before)
})

it('proof of the database: a trigger that is missing or switched off is named', async () => {
  await owner.run((db) => db.execute(sql`alter table notes disable trigger notes_append_only`))
  await expect(proveDatabase(testDatabase.url)).rejects.toThrow(
    /Paydesk does not start on this database: .*Missing or switched off: notes_append_only\.$/,
  )
  await owner.run((db) => db.execute(sql`alter table notes enable trigger notes_append_only`))
})

it('proof of the database: a session in which no triggers run is refused', async () => {
  const url = new URL(testDatabase.ownerUrl)
  const admin = postgres(testDatabase.ownerUrl, { max: 1 })
  const name = url.pathname.slice(1)
  await admin.unsafe(`alter database "${name}" set session_replication_role = replica`)
  await expect(proveDatabase(testDatabase.ownerUrl)).rejects.toThrow(UnfitDatabaseError)
  await admin.unsafe(`alter database "${name}" reset session_replication_role`)
  await admin.end()
})

it('proof of the database: one that cannot be asked is no unfit one', async () => {
  const url = new URL(testDatabase.url)
  url.port = '1'
  const refused = proveDatabase(url.href)
  await expect(refused).rejects.toThrow()
  await expect(refused).rejects.not.toBeInstanceOf(UnfitDatabaseError)
})
