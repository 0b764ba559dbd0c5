import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { Database } from './client'

let made: TestDatabase
let database: Database

beforeAll(async () => {
  made = await createTestDatabase()
  database = new Database(made.url, 2)
})

afterAll(async () => {
  await database.close()
  await made.drop()
})

async function backend(): Promise<number | undefined> {
  const [row] = await database.run((db) =>
    db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`),
  )
  return row?.pid
}

it('database client: answers more calls than it has connections, each with its own result', async () => {
  const numbers = Array.from({ length: 50 }, (_, index) => index)
  const answers = await Promise.all(
    numbers.map((number) =>
      database.run((db) => db.execute<{ n: number }>(sql`select ${number}::int as n`)),
    ),
  )
  expect(answers.map(([row]) => row?.n)).toEqual(numbers)
})

it('database client: has each statement planned once a connection, with parameters or without', async () => {
  const single = new Database(made.url, 1)
  await single.run((db) => db.execute(sql`select 1 as plain`))
  await single.run((db) => db.execute(sql`select ${1}::int as given`))
  const statements = await single.run((db) =>
    db.execute<{ statement: string }>(sql`select statement from pg_prepared_statements`),
  )
  await single.close()
  const texts = statements.map(({ statement }) => statement)
  expect(texts).toContain('select 1 as plain')
  expect(texts).toContain('select $1::int as given')
})

it('database client: keeps a connection whose statement was wrong, and replaces one that broke', async () => {
  const first = await backend()
  await expect(database.run((db) => db.execute(sql`select 1 / 0`))).rejects.toThrow()
  expect(await backend()).toBe(first)
  const suicide = sql`select pg_terminate_backend(pg_backend_pid())`
  await expect(database.run((db) => db.execute(suicide))).rejects.toThrow()
  const next = await backend()
  expect(next).toBeTypeOf('number')
  expect(next).not.toBe(first)
})

it('database client: does not take the rest of a broken result for the next one', async () => {
  const torn = sql`
    select repeat('x', 4000), case when n = 40 then pg_terminate_backend(pg_backend_pid()) end
    from generate_series(1, 40) as n`
  await expect(database.run((db) => db.execute(torn))).rejects.toThrow()
  const answer = await database.run((db) => db.execute<{ n: number }>(sql`select 7 as n`))
  expect(Array.from(answer)).toEqual([{ n: 7 }])
})

it('database client: opens no connection once it is closed', async () => {
  const closed = new Database(made.url, 1)
  await closed.close()
  for (const _ of [1, 2]) {
    await expect(closed.run((db) => db.execute(sql`select 1`))).rejects.toThrow()
  }
})
