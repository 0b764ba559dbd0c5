import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import journal from '@/db/migrations/meta/_journal.json'
import { startEmptyDatabase, type EmptyDatabase } from '@/testing/empty-database'
import { findDatabaseState, tryToWrite } from './health'

const MIGRATIONS = journal.entries.map(({ when }) => when)

let empty: EmptyDatabase

beforeAll(async () => {
  empty = await startEmptyDatabase()
})
afterAll(() => empty.stop())

it('findDatabaseState: counts those of the given migrations that the database has had', async () => {
  expect(await findDatabaseState(empty.database, MIGRATIONS)).toEqual({
    isReadOnly: false,
    applied: MIGRATIONS.length,
  })
  expect(await findDatabaseState(empty.database, [...MIGRATIONS, 1])).toMatchObject({
    applied: MIGRATIONS.length,
  })
})

it('tryToWrite: leaves nothing behind', async () => {
  await tryToWrite(empty.database)
  const rows = await empty.owner.run((db) => db.execute(sql`select * from sign_in_throttles`))
  expect(rows).toEqual([])
})

it('tryToWrite: rejects where the table takes no row', async () => {
  await empty.owner.run((db) =>
    db.execute(sql`revoke insert on sign_in_throttles from ${sql.raw(roleOf(empty.databaseUrl))}`),
  )
  await expect(tryToWrite(empty.database)).rejects.toThrow()
})

function roleOf(url: string): string {
  return `"${decodeURIComponent(new URL(url).username)}"`
}
