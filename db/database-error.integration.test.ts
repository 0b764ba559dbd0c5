import { inspect } from 'node:util'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLog } from '@/lib/observability/log'
import { anyFreePort } from '@/scripts/ports'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { Database } from './client'

let made: TestDatabase
let database: Database

beforeAll(async () => {
  made = await createTestDatabase()
  database = new Database(made.ownerUrl, 1)
  await database.run((db) =>
    db.execute(sql`
      create table people (
        email text unique, name text not null, age int constraint grown check (age > 17)
      )`),
  )
})

afterAll(async () => {
  await database.close()
  await made.drop()
})

const NAME = 'Anna Berg\n    at home'
const EMAIL = 'anna@paydesk.example'

const insert = (email: string, name: string | null, age: number) =>
  database.run((db) =>
    db.execute(sql`insert into people (email, name, age) values (${email}, ${name}, ${age})`),
  )

const refused = [
  [
    'a value that is there',
    '23505',
    () => insert(EMAIL, NAME, 20).then(() => insert(EMAIL, NAME, 20)),
  ],
  ['a missing value', '23502', () => insert(EMAIL, null, 30)],
  ['a broken rule', '23514', () => insert(`second-${EMAIL}`, NAME, 3)],
  ['a NUL', '22021', () => insert(`third-${EMAIL}`, `${NAME}\u0000`, 30)],
  [
    'a value of another type',
    '22P02',
    () => database.run((db) => db.execute(sql`select (${NAME}::text)::uuid`)),
  ],
] as const

it.each(refused)(
  'database error: %s: says what and where, and holds no value',
  async (_, code, run) => {
    const error: unknown = await run().catch((caught: unknown) => caught)
    expect(error).toMatchObject({ name: 'DatabaseError', code })
    expectNoValue(error)
  },
)

it('database error: keeps the names of the refused objects, and the call stack', async () => {
  const error: unknown = await insert(`fourth-${EMAIL}`, NAME, 3).catch((caught: unknown) => caught)
  expect(error).toMatchObject({ constraint_name: 'grown', table_name: 'people', severity: 'ERROR' })
  expect((error as Error).message).toContain('violates check constraint')
  expect((error as Error).stack).toContain('client.ts')
})

it('database error: holds no value when no database answers', async () => {
  const nowhere = new Database(
    `postgres://paydesk:hunter2@127.0.0.1:${await anyFreePort()}/none`,
    1,
  )
  const error: unknown = await nowhere
    .run((db) => db.execute(sql`select ${NAME}::text, ${EMAIL}::text`))
    .catch((caught: unknown) => caught)
  await nowhere.close()
  expect(error).toMatchObject({ name: 'DatabaseError', code: 'ECONNREFUSED' })
  expectNoValue(error)
})

/** Neither as Node.js prints it, nor as JSON, nor as our log writes it. */
function expectNoValue(error: unknown): void {
  let logged = ''
  createLog('info', { write: (line: string) => void (logged += line) }).error({ error }, 'failed')
  const own = error instanceof Error ? Object.getOwnPropertyNames(error) : []
  expect(own).not.toContain('query')
  for (const text of [inspect(error, { showHidden: true }), JSON.stringify(error), logged]) {
    expect(text).not.toMatch(/Anna|Berg|paydesk\.example|hunter2|insert into|select /)
  }
}
